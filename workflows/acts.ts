import type { CivilDate, SigningAct } from "./terms.ts";

/**
 * Everything that can be done to an agreement. An act carries who does it, for which party and to which
 * digest; it never carries a clock or a promise.
 */
type By = { by: string };
type ForParty = By & { party: string };
type Signing = {
  original: string;
  at: string;
  on: CivilDate;
  as: SigningAct;
  binding: boolean;
} & Reserving;
/** Whether a reservation is lodged with the act (VCLT article 19). */
type Reserving = { reserves: boolean };

/** What the law asks of the agreement that is said to supersede another (VCLT article 59). */
export type LaterAgreement = {
  isAnother: boolean;
  /** Whether it was concluded after the earlier one. */
  isLater: boolean;
  inForce: boolean;
  /** The parties for which it is in force, and since when. */
  parties: string[];
  since: Record<string, CivilDate>;
};

type Supersession = {
  successor: string;
  /** From when the earlier agreement no longer operates. */
  on: CivilDate;
  /** That the matter be governed by the later one (59(1)(a)), or that both cannot be applied (59(1)(b)). */
  ground: "intention" | "incompatibility";
  /** It ends, or is only suspended where the parties intended no more (59(2)). */
  effect: "termination" | "suspension";
  /** Null if there is no such agreement that the officer sees. */
  later: LaterAgreement | null;
};

/** Towards the text: from the first draft to its authentication. */
type TextAct =
  | (By & { type: "describe" })
  | (ForParty & { type: "designate" })
  | (By & { type: "revise-text"; languages: string[] })
  | (By & { type: "submit" })
  | (By & { type: "close-round"; at: string })
  | (ForParty & { type: "approve"; digest: string })
  | (ForParty & { type: "request-changes"; reason: string })
  | (By & { type: "certify"; language: string; digest: string })
  | (ForParty & { type: "initial"; digest: string; on: CivilDate })
  | (By & { type: "authenticate"; digest: string })
  | (By & { type: "report-typeset"; original: string })
  | (By & { type: "report-typeset-failed"; reason: string })
  | (By & { type: "change-parties"; parties: string[] })
  | (ForParty & { type: "decline"; reason: string })
  | (ForParty & { type: "agree-to-withdrawal" })
  | (By & { type: "withdraw"; reason: string });

/** Towards authority (VCLT articles 7 and 8). */
type AuthorityAct =
  | (ForParty & { type: "present-credentials"; kind: "full-powers" | "ex-officio" })
  | (ForParty & { type: "verify-credentials"; credential: string })
  | (ForParty & { type: "reject-credentials"; credential: string })
  | (ForParty & { type: "revoke-credentials"; credential: string })
  | (ForParty & { type: "clear-signature" });

/** Towards consent (VCLT articles 11 to 15) and the seal. */
type SigningActs =
  | (By & { type: "open-signing"; plan: SigningPlan })
  | (ForParty & Signing & { type: "sign" })
  | (ForParty & Signing & { type: "record-signature"; signatory: string; scan: string })
  | (ForParty & { type: "confirm"; on: CivilDate })
  | (By & { type: "close-signing"; at: string })
  | (By & { type: "report-sealed"; original: string })
  | (By & { type: "report-seal-failed"; reason: string })
  | (By & { type: "retry-seal" });

/** After the seal: consent, entry into force, and the end (VCLT articles 16 to 25 and 54 to 79). */
type LaterAct =
  | (By & { type: "publish" })
  | (ForParty & Reserving & { type: "deposit"; on: CivilDate; confirms: string[] })
  | (ForParty & Reserving & { type: "accede"; on: CivilDate })
  | (ForParty & { type: "notify-completion"; on: CivilDate })
  | (By & { type: "determine-entry"; dates: EntryDates })
  | (ForParty & { type: "apply-provisionally"; on: CivilDate })
  | (ForParty & { type: "end-provisional"; on: CivilDate })
  | (By & { type: "enter-into-force"; on: CivilDate })
  | (ForParty & { type: "declare" })
  | (ForParty & { type: "confirm-reservation"; reservation: string; on: CivilDate })
  | (ForParty & { type: "notify-reservation"; reservation: string; on: CivilDate })
  | (ForParty & { type: "answer-reservation"; reservation: string; on: CivilDate })
  | (ForParty & { type: "withdraw-reservation"; reservation: string })
  | (ForParty & { type: "give-notice"; on: CivilDate })
  | (ForParty & { type: "revoke-notice"; on: CivilDate })
  | (By & { type: "end-participation"; party: string; on: CivilDate })
  | (ForParty & { type: "agree-to-suspension" })
  | (ForParty & { type: "agree-to-termination" })
  | (By & { type: "suspend"; reason: string })
  | (By & { type: "resume"; reason: string })
  | (By & { type: "terminate"; reason: string })
  | (By & { type: "renew"; until: CivilDate })
  | (By & { type: "expire"; on: CivilDate })
  | (By & Supersession & { type: "supersede" })
  | (By & { type: "propose-correction" })
  | (ForParty & { type: "object-to-correction" })
  | (By & { type: "make-correction"; on: CivilDate })
  | (By & { type: "issue-certified-copy" })
  | (By & { type: "ingest" })
  | (By & { type: "check-fixity"; intact: boolean })
  | (By & { type: "report-renewed"; digest: string })
  | (By & { type: "submit-to-un"; reason: string })
  | (By & { type: "register-with-un"; number: string });

/** A second officer's answer to an act that waits for one. */
type ProposalAct =
  | (By & { type: "confirm-proposal"; proposal: string; at: string })
  | (By & { type: "reject-proposal"; proposal: string; at: string });

export type Act = TextAct | AuthorityAct | SigningActs | LaterAct | ProposalAct;
export type ActType = Act["type"];

/** How signing goes: until when, in which order, and with how many it is enough. */
export type SigningPlan = {
  /** An instant (RFC 3339, UTC); null where signing stays open until all have signed. */
  closesAt: string | null;
  /** Groups of parties, one after the other; within a group in any order. Empty: everyone at any time. */
  groups: string[][];
  /** How many signatures suffice when the time is over; null where every party is needed. */
  quorum: number | null;
};

/** The dates of entry into force that are put on record: the instrument's, and each party's own. */
export type EntryDates = { instrument: CivilDate; parties: Record<string, CivilDate> };

/** What happens to each party when something happens to the agreement. */
export type Occurrence =
  | { type: "return"; party: string }
  | { type: "circulate"; party: string }
  | { type: "become-party"; party: string; on: CivilDate }
  | { type: "end"; party: string };

export const actTypes = [
  "describe",
  "designate",
  "revise-text",
  "submit",
  "close-round",
  "approve",
  "request-changes",
  "certify",
  "initial",
  "authenticate",
  "report-typeset",
  "report-typeset-failed",
  "change-parties",
  "decline",
  "agree-to-withdrawal",
  "withdraw",
  "present-credentials",
  "verify-credentials",
  "reject-credentials",
  "revoke-credentials",
  "clear-signature",
  "open-signing",
  "sign",
  "record-signature",
  "confirm",
  "close-signing",
  "report-sealed",
  "report-seal-failed",
  "retry-seal",
  "publish",
  "deposit",
  "accede",
  "notify-completion",
  "determine-entry",
  "apply-provisionally",
  "end-provisional",
  "enter-into-force",
  "declare",
  "confirm-reservation",
  "notify-reservation",
  "answer-reservation",
  "withdraw-reservation",
  "give-notice",
  "revoke-notice",
  "end-participation",
  "agree-to-suspension",
  "agree-to-termination",
  "suspend",
  "resume",
  "terminate",
  "renew",
  "expire",
  "supersede",
  "propose-correction",
  "object-to-correction",
  "make-correction",
  "issue-certified-copy",
  "ingest",
  "check-fixity",
  "report-renewed",
  "submit-to-un",
  "register-with-un",
  "confirm-proposal",
  "reject-proposal",
] as const satisfies readonly ActType[];
