import type { ActType } from "#workflows/acts.ts";
import type { Person, Role } from "./person.ts";

/** Whose an act is. A representative always acts for the own party and for no other. */
const holders = {
  describe: ["legal-officer"],
  designate: ["legal-officer", "representative"],
  "revise-text": ["legal-officer"],
  submit: ["legal-officer"],
  approve: ["representative"],
  "request-changes": ["representative"],
  certify: ["legal-officer"],
  authenticate: ["legal-officer"],
  "report-typeset": ["service"],
  "report-typeset-failed": ["service"],
  "open-signing": ["legal-officer"],
  sign: ["representative"],
  "close-signing": ["service"],
  "report-sealed": ["service"],
  "report-seal-failed": ["service"],
  "retry-seal": ["legal-officer", "secretariat"],
  publish: ["legal-officer"],
  "change-parties": ["legal-officer"],
  decline: ["representative"],
  "agree-to-withdrawal": ["representative"],
  withdraw: ["legal-officer"],
} as const satisfies Record<ActType, readonly Role[]>;

/** Acts that need no agreement: who may do them. */
const others = {
  "create-agreement": ["legal-officer"],
  "list-people": ["secretariat", "legal-officer"],
  "see-unsealed": ["representative", "legal-officer", "service"],
  "see-all-evidence": ["legal-officer", "archivist", "secretariat"],
  "run-jobs": ["secretariat"],
} as const satisfies Record<string, readonly Role[]>;

type Deed = ActType | keyof typeof others;

/** Whether one of the person's roles holds the act. What else must hold is for the machine to say. */
export function may(person: Person, deed: Deed): boolean {
  const allowed: readonly Role[] = { ...holders, ...others }[deed];
  return allowed.some((role) => person.roles.includes(role));
}

/** Anyone may have a PDF verified, signed in or not; a service has no use for it. */
export function mayVerify(person: Person | null): boolean {
  return !person?.roles.includes("service");
}
