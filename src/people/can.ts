import { type ActType, rowOf } from "#workflows/acts.ts";
import type { OfficeAct } from "#workflows/safeguards.ts";
import type { Person, Role } from "./person.ts";

/** Permissions that need no agreement, and the roles that have them. */
export const otherHolders = {
  "create-agreement": ["legal-officer"],
  /** A representative lists the people of their own party. */
  "list-people": ["representative", "secretariat", "legal-officer"],
  "see-unsealed": ["representative", "legal-officer", "service"],
  "export-log": ["archivist", "secretariat"],
  "see-all-evidence": ["legal-officer", "archivist", "secretariat"],
  "hold-ceremonies": ["legal-officer", "secretariat"],
  "run-jobs": ["secretariat"],
  "see-keys": ["secretariat"],
  "manage-accounts": ["secretariat"],
  "manage-parties": ["secretariat"],
  "manage-general-powers": ["secretariat"],
  /** A representative lodges those of their own party. */
  "present-general-powers": ["representative", "secretariat"],
  /** A representative reads the entries of their own party. */
  "see-correspondence": ["representative", "secretariat", "legal-officer", "archivist"],
  "keep-correspondence": ["secretariat", "legal-officer"],
  /** A representative sees the list of their own party. */
  "see-actions": ["representative", "secretariat", "legal-officer"],
  /** A representative reports for their own party, the office from a paper of the party. */
  "report-procedure": ["representative", "secretariat", "legal-officer"],
  "manage-templates": ["secretariat"],
  "propose-template": ["legal-officer", "secretariat"],
  comment: ["representative", "legal-officer"],
  "attach-files": ["representative", "legal-officer", "secretariat", "archivist"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = ActType | keyof typeof otherHolders;

/** The permission that an act of the office needs; null if everyone may do it for their own account. */
export const officePermissions = {
  "invite-person": "manage-accounts",
  "grant-role": "manage-accounts",
  "change-address": "manage-accounts",
  "reactivate-person": "manage-accounts",
  "recover-account": "manage-accounts",
  "withdraw-recovery": "manage-accounts",
  "suspend-person": "manage-accounts",
  "change-person": "manage-accounts",
  "add-passkey": null,
  "remove-passkey": null,
  "make-key": null,
  "revoke-key": null,
  "add-party": "manage-parties",
  "change-party": "manage-parties",
  "end-party": "manage-parties",
  "lodge-general-powers": "present-general-powers",
  "verify-general-powers": "manage-general-powers",
  "end-general-powers": "manage-general-powers",
  "return-paper": "keep-correspondence",
  "publish-template": "propose-template",
  "retire-template": "manage-templates",
  // The proposal itself decides which permission its kind needs.
  "confirm-office-proposal": "propose-template",
  "reject-office-proposal": "propose-template",
} as const satisfies Record<OfficeAct, keyof typeof otherHolders | null>;

/** The roles that have a permission: an act's roles from the table of acts, or those listed above. */
export function rolesWith(permission: Permission): readonly Role[] {
  return permission in otherHolders
    ? otherHolders[permission as keyof typeof otherHolders]
    : rowOf(permission as ActType).by;
}

/** Whether one of the person's roles has this permission. The machines decide the other conditions. */
export function can(person: Person, permission: Permission): boolean {
  return rolesWith(permission).some((role) => person.roles.includes(role));
}

/** Anyone may have a PDF verified, signed in or not. A service never needs to. */
export function mayVerify(person: Person | null): boolean {
  return !person?.roles.includes("service");
}
