import type { ActType } from "./acts.ts";
import type { Headings } from "./headings.ts";
import type { CivilDate } from "./terms.ts";

/** What a notification is about, as its heading says beside the State's name. */
export const headings = [
  "opening",
  "closure",
  "signature",
  "confirmation-of-signature",
  "ratification",
  "acceptance",
  "approval",
  "formal-confirmation",
  "accession",
  "withdrawal-of-instrument",
  "succession",
  "continuity",
  "territorial-application",
  "declaration",
  "authority",
  "completion",
  "entry-into-force",
  "provisional-application",
  "end-of-provisional-application",
  "withdrawal",
  "revocation",
  "no-renewal",
  "revocation-of-no-renewal",
  "no-intention",
  "end-of-participation",
  "interpretation",
  "reservation",
  "objection",
  "acceptance-of-reservation",
  "withdrawal-of-objection",
  "reaction",
  "withdrawal-of-reservation",
  "partial-withdrawal",
  "late-reservation",
  "decision-on-reservation",
  "outcome-of-reservation",
  "termination",
  "expiry",
  "suspension",
  "resumption",
  "renewal",
  "supersession",
  "later-agreement",
  "suspension-between",
  "resumption-between",
  "claim",
  "objection-to-claim",
  "withdrawal-of-objection-to-claim",
  "measure",
  "revocation-of-claim",
  "proposed-correction",
  "objection-to-correction",
  "agreement-to-correction",
  "withdrawal-of-correction",
  "correction",
  "notice-of-correction-to-un",
  "correction-of-copy",
  "registration",
  "communication",
] as const;
export type Heading = (typeof headings)[number];

/** The headings of the acts of which the depositary notifies; an act that is not here has none. */
const headingOfAct: Partial<Record<ActType, Heading>> = {
  "open-signing": "opening",
  "close-signature": "closure",
  sign: "signature",
  "record-signature": "signature",
  confirm: "confirmation-of-signature",
  deposit: "ratification",
  accede: "accession",
  "withdraw-consent": "withdrawal-of-instrument",
  succeed: "succession",
  "declare-continuity": "continuity",
  "declare-territory": "territorial-application",
  "declare-under-article": "declaration",
  "designate-authority": "authority",
  "notify-completion": "completion",
  "enter-into-force": "entry-into-force",
  "apply-provisionally": "provisional-application",
  "end-provisional": "end-of-provisional-application",
  "give-notice": "withdrawal",
  "revoke-notice": "revocation",
  "opt-out-of-renewal": "no-renewal",
  "revoke-opt-out": "revocation-of-no-renewal",
  "declare-not-to-become-party": "no-intention",
  "end-participation": "end-of-participation",
  declare: "interpretation",
  "confirm-reservation": "reservation",
  "answer-reservation": "objection",
  "withdraw-objection": "withdrawal-of-objection",
  "react-to-declaration": "reaction",
  "withdraw-reservation": "withdrawal-of-reservation",
  "change-reservation": "partial-withdrawal",
  "lodge-late-reservation": "late-reservation",
  communicate: "communication",
  "record-organ-decision": "decision-on-reservation",
  "settle-reservations": "outcome-of-reservation",
  terminate: "termination",
  expire: "expiry",
  suspend: "suspension",
  resume: "resumption",
  renew: "renewal",
  supersede: "supersession",
  "supersede-between": "later-agreement",
  "suspend-between": "suspension-between",
  "resume-between": "resumption-between",
  "notify-claim": "claim",
  "answer-claim": "objection-to-claim",
  "carry-out-claim": "measure",
  "revoke-claim": "revocation-of-claim",
  "propose-correction": "proposed-correction",
  "object-to-correction": "objection-to-correction",
  "agree-to-correction": "agreement-to-correction",
  "withdraw-correction": "withdrawal-of-correction",
  "make-correction": "correction",
  "notify-un-of-correction": "notice-of-correction-to-un",
  "correct-certified-copy": "correction-of-copy",
  "register-with-un": "registration",
};

/** What the parties are told before the text is open for signature; it is no depositary notification. */
const negotiation: readonly string[] = [
  "submit",
  "close-round",
  "approve",
  "adopt",
  "revoke-credentials",
];

/** An act on record: its entry in the evidence, with the day on which it counts. */
export type RecordedEntry = {
  act: string;
  party: string | null;
  on: CivilDate;
  /** What the entry says, and what the act's own row adds. */
  detail: Record<string, unknown>;
};

/** The heading of the act's notification; null for an act of the negotiation. */
export function headingOf({ act, detail }: Pick<RecordedEntry, "act" | "detail">): Heading | null {
  if (negotiation.includes(act)) return null;
  if (act === "deposit") return headings.find((one) => one === detail.kind) ?? "ratification";
  if (act === "answer-reservation" && detail.act === "acceptance")
    return "acceptance-of-reservation";
  if (act === "answer-claim" && detail.answer === "objection-withdrawal")
    return "withdrawal-of-objection-to-claim";
  if (typeof detail.communication === "string") return "communication";
  return headingOfAct[act as ActType] ?? "communication";
}

/** A sentence of a notification, by its key in `templates/notification-sentences.json`. */
export type NotificationSentence = {
  key: string;
  /** Parties by their codes, and a day. */
  values: Partial<Record<"party" | "other" | "on" | "organ" | "reference", string>> & {
    parties?: string[];
  };
};

/** What a State has said, in the language in which it said it. */
export type Quoted = {
  of: "reservation" | "declaration" | "statement" | "territories" | "authority" | "correction";
  /** BCP 47; empty if it is not on record. */
  language: string;
  text: string;
  articles: number[];
  /** The corrected words, of a correction. */
  instead?: string;
  /** Of a correction: which time the words stand in the article, if they stand there more than once. */
  nth?: number;
};

/** What a notification says, as drawn up on its day. Later facts do not change it. */
export type NotificationContent = {
  heading: Heading;
  /** The State or organisation that acted. */
  party: string | null;
  on: CivilDate;
  sentences: NotificationSentence[];
  texts: Quoted[];
  /** Whether the instrument is a treaty; a memorandum has words of its own. */
  binding: boolean;
  /** What its articles are called; articles if absent. */
  headings?: Headings;
};
