import { holds, kept } from "./law.ts";
import { consenting } from "./party-reserving.ts";

/** An instrument makes the declarations that the text requires, and no others. */
const inDueForm = ["declarations-are-foreseen", "mandatory-declarations-made"] as const;

/** A State that has not signed consents by accession (VCLT article 15); so does one that has withdrawn, again. */
export const acceding = consenting("accession-is-foreseen", "act-was-possible-then", ...inDueForm);

/**
 * A successor State notifies that it takes its predecessor's place: that of a signatory, if the predecessor had only signed
 * subject to ratification, so that it may ratify as if it had signed (Vienna Convention of 1978, articles 19, 33 and 37);
 * otherwise it is bound (articles 17 to 22). Never automatic: the predecessor's own participation stays as it is.
 */
const succeeding = [
  {
    guard: holds(
      "predecessor-is-another",
      "predecessor-only-signed",
      "bilateral-succession-is-agreed",
      "act-was-possible-then",
    ),
    target: "#participation.signedSubjectToRatification",
  },
  {
    guard: holds(
      "predecessor-is-another",
      "predecessor-was-bound",
      "bilateral-succession-is-agreed",
      "reservations-are-permitted",
      "articles-may-be-reserved",
      "act-was-possible-then",
    ),
    target: "#participation.contracting",
  },
];

/** What a party that has not signed may deposit. Only a signatory ratifies, accepts or approves (VCLT article 14). */
export const joining = {
  accede: acceding,
  succeed: succeeding,
  deposit: kept("signatory-ratifies", "signatory-need-not-accede"),
};

/** What a signatory may not do: accession is for those that have not signed (VCLT article 15). */
export const signatory = { accede: kept("accedes-without-signature") };

/** The instrument that follows a signature subject to ratification. */
const depositing = consenting(
  "instrument-fits-the-party",
  "instrument-is-foreseen",
  "act-was-possible-then",
  "reservation-is-the-partys",
  "reservation-is-unconfirmed",
  ...inDueForm,
).map((one) => ({ ...one, actions: ["announce-deposit" as const, "seal-proces-verbal" as const] }));

/**
 * What follows a signature subject to ratification: the instrument, or a notification of completed procedures if the text
 * lets signatories choose it (VCLT articles 11 and 14).
 */
export const ratifying = {
  deposit: depositing,
  "notify-completion": {
    guard: holds("signatory-may-notify", "completion-is-not-notified", "act-was-possible-then"),
    target: "#participation.contracting",
    actions: ["announce-notification" as const, "seal-proces-verbal" as const],
  },
};

/** A party consents once: a second instrument is refused until it has withdrawn. */
export const consented = {
  deposit: kept("party-has-not-consented"),
  accede: kept("party-has-not-consented"),
  succeed: kept("party-has-not-consented"),
};

/** A State declares that it continues the participation under another name: a record that changes no date. */
export const continuing = {
  "declare-continuity": {
    guard: holds("act-was-possible-then"),
    actions: "announce-continuity" as const,
  },
};

/** The agreement's side of a succession. */
export const successions = {
  succeed: [
    {
      guard: holds(
        "predecessor-is-another",
        "predecessor-only-signed",
        "bilateral-succession-is-agreed",
      ),
      actions: "announce-succession" as const,
    },
    {
      guard: holds(
        "predecessor-is-another",
        "predecessor-was-bound",
        "bilateral-succession-is-agreed",
      ),
      actions: "announce-succession" as const,
    },
  ],
  "declare-continuity": kept("party-takes-part"),
};

/**
 * A consent withdrawn before entry into force is not counted. A signatory is one again; one that acceded may accede
 * later.
 */
export const withdrawingConsent = [
  {
    guard: holds("entry-is-not-recorded", "act-was-possible-then", "consent-was-accession"),
    target: "invited",
    actions: "announce-withdrawn-consent" as const,
  },
  {
    guard: holds(
      "entry-is-not-recorded",
      "act-was-possible-then",
      "consent-was-notification",
      "signature-awaits-instrument",
    ),
    target: "signedSubjectToRatification",
    actions: "announce-withdrawn-consent" as const,
  },
  {
    guard: holds("entry-is-not-recorded", "act-was-possible-then", "consent-was-notification"),
    target: "signedDefinitive",
    actions: "announce-withdrawn-consent" as const,
  },
  {
    guard: holds("entry-is-not-recorded", "act-was-possible-then"),
    target: "signedSubjectToRatification",
    actions: "announce-withdrawn-consent" as const,
  },
];
