import { notifiedEffects } from "./notified-effects.ts";

/**
 * Who receives a letter about an agreement:
 * - `officers`, `archivists`: everyone of this role
 * - `representatives`: everyone who represents a party of the agreement
 * - `signatories-not-asked-yet`: the designated signatories whom no earlier letter asked to sign this text
 * - `officers-and-party-without-signatory`: if a signatory has left before signing; else no one
 * - `second-persons`: officers and secretariat, except the person whose act waits for a second one
 */
export type Recipients =
  | "officers"
  | "archivists"
  | "representatives"
  | "signatories-not-asked-yet"
  | "officers-and-party-without-signatory"
  | "second-persons";

/** The rows from which a letter takes its party, its reason and its event. */
export type LetterSource =
  | "change-request"
  | "declination"
  | "withdrawal"
  | "proposal"
  | "reservations"
  | "departure"
  | "notified-event";

/** A letter about an agreement, to several people. */
export type AgreementLetterRow = {
  to: readonly Recipients[];
  /** The effects that order it: stored in the outbox, so a name that was released stays in its list. */
  orderedBy: readonly string[];
  /** The address that the letter opens, after sign-in if needed. */
  link: string;
  /** The address for an officer, if it is another one. */
  officersLink?: string;
  /** What the text says besides `recipient`, `link` and what `ofAgreement` lists. */
  says: readonly ("version" | "party" | "reason" | "event" | "number")[];
  from?: LetterSource;
  /** The time by which the letter asks for something: a deadline of the agreement, or the end of a proposal. */
  deadline?: "close-round" | "close-signing" | "proposal";
};

/** A letter to a person about their own account. */
export type AccountLetterRow = {
  /** The path that the letter opens; null if the order names it. */
  link: string | null;
  /** What the text says besides `recipient` and `link`. The service itself knows `when` and `office`. */
  says: readonly string[];
};

const page = "/agreements/{id}";

/** Letters about an agreement. A job sends them when an act has ordered their effect. */
export const agreementLetters = {
  "review-requested": {
    to: ["representatives"],
    orderedBy: ["request-review"],
    link: page,
    says: ["version"],
    deadline: "close-round",
  },
  "changes-requested": {
    to: ["officers", "representatives"],
    orderedBy: ["announce-changes"],
    link: page,
    // The parties' requests, beside the articles that they concern.
    officersLink: "/agreements/{id}/review",
    says: ["party", "reason"],
    from: "change-request",
  },
  declined: {
    to: ["officers", "representatives"],
    orderedBy: ["announce-declination"],
    link: page,
    says: ["version", "party", "reason"],
    from: "declination",
  },
  withdrawn: {
    to: ["officers", "representatives"],
    orderedBy: ["announce-withdrawal"],
    link: page,
    says: ["reason"],
    from: "withdrawal",
  },
  lapsed: {
    to: ["officers", "representatives"],
    orderedBy: ["announce-lapse"],
    link: page,
    says: [],
  },
  "typesetting-failed": {
    to: ["officers"],
    orderedBy: ["announce-failed-typesetting"],
    link: "/agreements/{id}/draft",
    says: ["version"],
  },
  "confirmation-requested": {
    to: ["second-persons"],
    orderedBy: ["request-confirmation"],
    link: page,
    says: ["reason", "event"],
    from: "proposal",
    deadline: "proposal",
  },
  "signature-requested": {
    to: ["signatories-not-asked-yet"],
    orderedBy: ["invite-signatories"],
    link: "/agreements/{id}/sign",
    says: [],
    deadline: "close-signing",
  },
  "signatory-departed": {
    to: ["officers-and-party-without-signatory"],
    orderedBy: ["announce-departure"],
    link: page,
    says: ["party"],
    from: "departure",
  },
  "reservation-made": {
    to: ["officers", "representatives"],
    orderedBy: ["announce-reservation", "announce-late-reservation"],
    link: page,
    says: ["number", "reason", "event"],
    from: "reservations",
  },
  published: {
    to: ["officers", "representatives", "archivists"],
    orderedBy: ["announce-publication"],
    link: "/api/v1/register/{id}/pdf",
    says: [],
  },
  notification: {
    to: ["officers", "representatives"],
    orderedBy: notifiedEffects,
    link: page,
    says: ["number", "event"],
    from: "notified-event",
  },
} as const satisfies Record<string, AgreementLetterRow>;

/** Letters to a person about their own account. The outbox keeps them with what they say, so never a secret. */
export const accountLetters = {
  invitation: { link: "/sign-in", says: [] },
  "account-changed": { link: "/sign-in", says: [] },
  "address-changed": { link: "/sign-in", says: ["from", "to"] },
  "office-changed": { link: "/sign-in", says: ["office", "when"] },
  "passkey-added": { link: "/account", says: ["label", "when"] },
  "key-made": { link: "/account", says: ["label", "when"] },
  "sign-on-joined": { link: "/account", says: ["issuer", "when"] },
  "new-device": { link: "/account", says: ["device", "address", "when"] },
  "paper-returned": { link: null, says: ["number", "subject", "reason"] },
  "second-person-needed": { link: null, says: ["subject", "when"] },
} as const satisfies Record<string, AccountLetterRow>;

/**
 * Letters with a code that a person waits for. They are urgent and secret: sent at once, and never stored. The request
 * for the code names the link.
 */
export const codeLetters = {
  "sign-in": { link: null, says: ["code"] },
  confirm: { link: null, says: ["code"] },
  "sign-act": { link: null, says: ["code", "title", "reference", "party", "form"] },
} as const satisfies Record<string, AccountLetterRow>;

/** The one table of all letters. `templates/letters/` has a text in each language for every name in it. */
export const letters = { ...agreementLetters, ...accountLetters, ...codeLetters };

export type AgreementLetter = keyof typeof agreementLetters;
export type AccountLetter = keyof typeof accountLetters;
export type CodeLetter = keyof typeof codeLetters;
export type LetterName = keyof typeof letters;
/** A letter that a job sends, and the page of jobs shows. */
export type SentByJob = AgreementLetter | AccountLetter;
/** An effect that orders a letter about an agreement. */
export type LetterEffect = (typeof agreementLetters)[AgreementLetter]["orderedBy"][number];

/** The names of what the text of this letter says, apart from `recipient` and `link`. */
export type Says<Name extends LetterName> =
  | (typeof letters)[Name]["says"][number]
  | (Name extends AgreementLetter ? (typeof ofAgreement)[number] : never);

/**
 * What every letter about an agreement can say: `agreement` is its title and parties for a subject, `facts` the lines with
 * the parties and the person who acted, `deadline` a time with its zone and `until` its day; both are "" if there is none.
 */
export const ofAgreement = [
  "reference",
  "title",
  "agreement",
  "facts",
  "deadline",
  "until",
] as const;

export const letterNames = Object.keys(letters) as LetterName[];
export const agreementLetterNames = Object.keys(agreementLetters) as AgreementLetter[];
export const accountLetterNames = Object.keys(accountLetters) as AccountLetter[];
export const sentByJobs: SentByJob[] = [...agreementLetterNames, ...accountLetterNames];

/** The row of a letter about an agreement, without its specific types. */
export function rowOfLetter(name: AgreementLetter): AgreementLetterRow {
  return agreementLetters[name];
}

export const letterEffects = agreementLetterNames.flatMap(
  (name): readonly LetterEffect[] => agreementLetters[name].orderedBy,
);

/** The letter about an agreement that this effect orders; null if it orders none. */
export function letterOrderedBy(effect: string): AgreementLetter | null {
  const orders = (name: AgreementLetter) => rowOfLetter(name).orderedBy.includes(effect);
  return agreementLetterNames.find(orders) ?? null;
}
