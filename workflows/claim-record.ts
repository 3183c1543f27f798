import type { CivilDate } from "./terms.ts";

/** The grounds to which the procedure of VCLT article 65 applies, each with its article. */
export const claimGrounds = {
  "internal-law": "46",
  restriction: "47",
  error: "48",
  fraud: "49",
  corruption: "50",
  "coercion-of-representative": "51",
  coercion: "52",
  "peremptory-norm": "53",
  breach: "60",
  impossibility: "61",
  "change-of-circumstances": "62",
} as const;
export type ClaimGround = keyof typeof claimGrounds;

/** What the party proposes to do: end the treaty for itself, suspend its operation, or treat its consent as invalid. */
export const claimMeasures = ["termination", "suspension", "invalidity"] as const;
export type ClaimMeasure = (typeof claimMeasures)[number];

/** A party's notified claim, and what became of it (articles 65 to 68). */
export type Claim = {
  id: string;
  party: string;
  ground: ClaimGround;
  measure: ClaimMeasure;
  /** The party whose conduct it invokes, and towards which alone it suspends; null if it names none. */
  against: string | null;
  /** The provisions that it concerns (44(3)); empty for the whole instrument. */
  articles: number[];
  on: CivilDate;
  /** The last day to object in a case of special urgency (65(2)); null for the ordinary three months. */
  until: CivilDate | null;
  /** When the depositary circulated it, and when each State says that it received it. */
  circulatedOn: CivilDate | null;
  receivedOn: Record<string, CivilDate>;
  objections: { party: string; on: CivilDate; withdrawnOn: CivilDate | null }[];
  /** The instrument by which the party carried the measure out (67(2)), and from when it has effect. */
  carriedOut: { on: CivilDate; from: CivilDate } | null;
  /** The day on which it was revoked (68). */
  revokedOn: CivilDate | null;
};
