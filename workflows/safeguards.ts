import type { ActType } from "./acts.ts";

/** The roles of the office that can be the second person. */
export type SecondRole = "legal-officer" | "secretariat" | "archivist";

/** Whom an act needs beside the person who takes it first. */
export type SecondPerson = {
  /** A member of one of these roles, and never the first person. */
  of: readonly SecondRole[];
  /** For every such act, or only for a day further back than `recentDays`. */
  when: "always" | "dates-back";
  /** Whether it waits as a proposal, or both people record the same act. */
  how: "confirmation" | "own-record";
};

/** What an act asks for beside the role that may take it. */
export type Safeguards = {
  /** The person has been verified within five minutes. An API key cannot be, so it never takes such an act. */
  fresh: boolean;
  /** Of an act that an officer takes; a representative's own act needs no second person of the office. */
  second: SecondPerson | null;
  /** Whether the document that shows the act must be attached. */
  document: "always" | "dates-back" | null;
};

const none: Safeguards = { fresh: false, second: null, document: null };
const fresh: Safeguards = { ...none, fresh: true };
const office = ["legal-officer", "secretariat"] as const;

const together = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "always", how: "own-record" },
});
const confirmed = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "always", how: "confirmation" },
});
const confirmedIfEarlier = (...of: SecondRole[]): Safeguards => ({
  ...fresh,
  second: { of, when: "dates-back", how: "confirmation" },
  document: "dates-back",
});

/**
 * The one list of what each act on an agreement needs. `fresh`: what binds, ends, dates back, designates,
 * certifies or changes terms or parties. `second`: what ends or dates back. `document`: a notice of withdrawal is
 * an instrument (VCLT article 67(2)), a signature in ink has its scan, and an earlier day has its proof.
 */
export const safeguards = {
  describe: none,
  designate: fresh,
  "revise-text": none,
  submit: none,
  "close-round": none,
  approve: none,
  "request-changes": none,
  certify: fresh,
  initial: fresh,
  authenticate: together("legal-officer"),
  "report-typeset": none,
  "report-typeset-failed": none,
  "change-parties": fresh,
  decline: fresh,
  "agree-to-withdrawal": fresh,
  withdraw: together("legal-officer"),
  "present-credentials": fresh,
  "verify-credentials": together("secretariat"),
  "reject-credentials": fresh,
  "revoke-credentials": fresh,
  "clear-signature": fresh,
  "open-signing": together("legal-officer"),
  sign: fresh,
  "record-signature": { ...together("legal-officer"), document: "always" },
  confirm: confirmedIfEarlier("secretariat"),
  "close-signing": none,
  "report-sealed": none,
  "report-seal-failed": none,
  "retry-seal": none,
  publish: fresh,
  deposit: confirmedIfEarlier(...office),
  accede: confirmedIfEarlier(...office),
  "notify-completion": confirmedIfEarlier(...office),
  "determine-entry": fresh,
  "apply-provisionally": confirmedIfEarlier("secretariat"),
  "end-provisional": { ...confirmed("secretariat"), document: "dates-back" },
  "enter-into-force": none,
  declare: fresh,
  "confirm-reservation": fresh,
  "notify-reservation": confirmedIfEarlier(...office),
  "answer-reservation": fresh,
  "withdraw-reservation": fresh,
  "give-notice": { ...confirmed(...office), document: "always" },
  "revoke-notice": confirmedIfEarlier(...office),
  "end-participation": none,
  "agree-to-suspension": fresh,
  "agree-to-termination": fresh,
  suspend: confirmed("legal-officer"),
  resume: confirmed("legal-officer"),
  terminate: confirmed("legal-officer"),
  renew: confirmed("legal-officer"),
  expire: none,
  supersede: confirmed("legal-officer"),
  "propose-correction": none,
  "object-to-correction": fresh,
  "make-correction": fresh,
  "issue-certified-copy": fresh,
  ingest: none,
  "check-fixity": none,
  "report-renewed": none,
  "submit-to-un": none,
  "register-with-un": none,
  "confirm-proposal": fresh,
  "reject-proposal": none,
} as const satisfies Record<ActType, Safeguards>;

/** What the office does to accounts, parties and templates. */
export const officeSafeguards = {
  "invite-person": confirmed("secretariat"),
  "grant-role": confirmed("secretariat"),
  "change-address": confirmed("secretariat"),
  "reactivate-person": confirmed("secretariat"),
  "recover-account": confirmed("secretariat"),
  "withdraw-recovery": fresh,
  "suspend-person": fresh,
  "change-person": fresh,
  "add-passkey": fresh,
  "remove-passkey": fresh,
  "make-key": fresh,
  "revoke-key": fresh,
  "add-party": fresh,
  "change-party": fresh,
  "publish-template": confirmed("secretariat"),
  "retire-template": fresh,
  "confirm-office-proposal": fresh,
  "reject-office-proposal": none,
} as const satisfies Record<string, Safeguards>;

export type OfficeAct = keyof typeof officeSafeguards;

/** What this act of either kind needs. */
export function safeguardsOf(act: ActType | OfficeAct): Safeguards {
  return { ...safeguards, ...officeSafeguards }[act];
}

/** Whether the act needs a person who was just verified, or a second one: an API key never takes it. */
export function needsPerson(act: ActType | OfficeAct): boolean {
  const { fresh, second } = safeguardsOf(act);
  return fresh || second !== null;
}
