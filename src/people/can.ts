import type { ActType } from "#workflows/acts.ts";
import type { OfficeAct } from "#workflows/safeguards.ts";
import type { Person, Role } from "./person.ts";

/** Whose an act is. A representative always acts for the own party and for no other. */
export const holders = {
  describe: ["legal-officer"],
  designate: ["legal-officer", "representative"],
  "revise-text": ["legal-officer"],
  submit: ["legal-officer"],
  "close-round": ["service"],
  approve: ["representative"],
  "request-changes": ["representative"],
  certify: ["legal-officer"],
  initial: ["representative"],
  authenticate: ["legal-officer"],
  "report-typeset": ["service"],
  "report-typeset-failed": ["service"],
  "change-parties": ["legal-officer"],
  decline: ["representative"],
  "agree-to-withdrawal": ["representative"],
  withdraw: ["legal-officer"],
  "present-credentials": ["representative", "secretariat"],
  "verify-credentials": ["secretariat"],
  "reject-credentials": ["secretariat"],
  "revoke-credentials": ["representative", "secretariat"],
  "clear-signature": ["representative"],
  "open-signing": ["legal-officer"],
  sign: ["representative"],
  "record-signature": ["legal-officer"],
  confirm: ["representative", "secretariat"],
  "close-signing": ["service"],
  "report-sealed": ["service"],
  "report-seal-failed": ["service"],
  "retry-seal": ["legal-officer", "secretariat"],
  publish: ["legal-officer"],
  deposit: ["secretariat", "legal-officer"],
  accede: ["secretariat", "legal-officer"],
  "notify-completion": ["representative", "secretariat", "legal-officer"],
  "determine-entry": ["secretariat"],
  "apply-provisionally": ["representative", "secretariat"],
  "end-provisional": ["representative", "secretariat"],
  "enter-into-force": ["service"],
  declare: ["representative"],
  "confirm-reservation": ["representative", "secretariat"],
  "notify-reservation": ["secretariat", "legal-officer"],
  "answer-reservation": ["representative"],
  "withdraw-reservation": ["representative"],
  "give-notice": ["representative", "secretariat", "legal-officer"],
  "revoke-notice": ["representative", "secretariat", "legal-officer"],
  "end-participation": ["service"],
  "agree-to-suspension": ["representative"],
  "agree-to-termination": ["representative"],
  suspend: ["legal-officer"],
  resume: ["legal-officer"],
  terminate: ["legal-officer"],
  renew: ["legal-officer", "service"],
  expire: ["service"],
  supersede: ["legal-officer"],
  "propose-correction": ["legal-officer", "representative"],
  "object-to-correction": ["representative"],
  "make-correction": ["legal-officer"],
  "issue-certified-copy": ["archivist"],
  ingest: ["archivist"],
  "check-fixity": ["archivist"],
  "report-renewed": ["service"],
  "submit-to-un": ["archivist"],
  "register-with-un": ["archivist"],
  "confirm-proposal": ["legal-officer", "secretariat"],
  "reject-proposal": ["legal-officer", "secretariat"],
} as const satisfies Record<ActType, readonly Role[]>;

/** Acts that need no agreement: who may do them. */
export const otherHolders = {
  "create-agreement": ["legal-officer"],
  /** A representative, those of the own party. */
  "list-people": ["representative", "secretariat", "legal-officer"],
  "see-unsealed": ["representative", "legal-officer", "service"],
  "export-log": ["archivist", "secretariat"],
  "see-all-evidence": ["legal-officer", "archivist", "secretariat"],
  "hold-ceremonies": ["legal-officer", "secretariat"],
  "run-jobs": ["secretariat"],
  "see-keys": ["secretariat"],
  "manage-accounts": ["secretariat"],
  "manage-parties": ["secretariat"],
  "manage-templates": ["secretariat"],
  "propose-template": ["legal-officer", "secretariat"],
  comment: ["representative", "legal-officer"],
  "attach-files": ["representative", "legal-officer", "secretariat"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = ActType | keyof typeof otherHolders;

/** Which of these rights an act of the office needs; null if all people may do it for their own account. */
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
  "publish-template": "propose-template",
  "retire-template": "manage-templates",
  // The proposal itself decides which right its kind needs.
  "confirm-office-proposal": "propose-template",
  "reject-office-proposal": "propose-template",
} as const satisfies Record<OfficeAct, keyof typeof otherHolders | null>;

const table: Record<Permission, readonly Role[]> = { ...holders, ...otherHolders };

/** Whether one of the person's roles holds the act. What else must hold is for the machine to say. */
export function can(person: Person, permission: Permission): boolean {
  return table[permission].some((role) => person.roles.includes(role));
}

/** Anyone may have a PDF verified, signed in or not; a service has no use for it. */
export function mayVerify(person: Person | null): boolean {
  return !person?.roles.includes("service");
}
