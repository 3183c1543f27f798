import { bound } from "./bound.ts";
import { addMonths } from "./civil-date.ts";
import { type Claim, type ClaimGround, claimGrounds } from "./claim-record.ts";
import type { Facts } from "./facts.ts";
import type { CivilDate } from "./terms.ts";

/** Months that the others have at least to object, from their receipt of the notification (65(2)). */
const monthsToObject = 3;

const invalidating: readonly ClaimGround[] = [
  "internal-law",
  "restriction",
  "error",
  "fraud",
  "corruption",
  "coercion-of-representative",
  "coercion",
  "peremptory-norm",
];

/** On these grounds the provisions cannot be separated (44(5)). */
const inseparable: readonly ClaimGround[] = [
  "coercion-of-representative",
  "coercion",
  "peremptory-norm",
];

/** Whether a part of the treaty may be concerned on this ground (44). */
export function isSeparable(ground: ClaimGround): boolean {
  return !inseparable.includes(ground);
}

/**
 * Whether the ground leads to the measure: 46 to 53 to invalidity; 61 and 62 to an end or a suspension. A breach lets one
 * party of several only suspend (60(2)(b) and (c)), and one of two also end it (60(1)).
 */
export function fits(facts: Facts, { ground, measure }: Pick<Claim, "ground" | "measure">) {
  if (invalidating.includes(ground)) return measure === "invalidity";
  if (ground === "breach" && measure === "termination") return bound(facts).length === 2;
  return measure !== "invalidity";
}

/** Whether the measure ends the party's participation; one for a part of the treaty leaves it a party. */
export function endsParticipation({ measure, articles }: Pick<Claim, "measure" | "articles">) {
  return measure !== "suspension" && articles.length === 0;
}

export const isOpen = ({ carriedOut, revokedOn }: Claim) =>
  carriedOut === null && revokedOn === null;

/** The objections that stand: they lead to the means of Article 33 of the Charter (65(3)). */
export function standingObjections({ objections }: Claim) {
  return objections.filter(({ withdrawnOn }) => withdrawnOn === null);
}

/**
 * The last day of the time to object: three months after the last of the others received the notification, or the day
 * that the party set for special urgency (65(2)). A State that has not said when it received it is taken to have
 * received it when it was circulated, and so is one that says it only when that time is over (practice). Null if it was
 * not circulated yet.
 */
export function objectionsUntil(facts: Facts, claim: Claim): CivilDate | null {
  if (claim.until !== null) return claim.until;
  const sent = claim.circulatedOn ?? (facts.terms.depositary === "none" ? claim.on : null);
  const others = bound(facts).filter((party) => party !== claim.party);
  const isInTime = (day: CivilDate) => sent === null || day <= addMonths(sent, monthsToObject);
  const days = others.map((party) => {
    const received = claim.receivedOn[party];
    return received !== undefined && isInTime(received) ? received : sent;
  });
  if (days.includes(null)) return null;
  const last =
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? sent;
  return last === null ? null : addMonths(last, monthsToObject);
}

/** The days on which parties leave by a claim that they carried out. */
export function leavingByClaim({ claims, standing, notices }: Facts): Record<string, CivilDate> {
  const leaving = claims.flatMap((claim) => {
    const { party, carriedOut, revokedOn } = claim;
    const isLeaving = ["noticeRunning", "ended"].includes(standing[party] ?? "");
    if (!carriedOut || revokedOn || !endsParticipation(claim) || !isLeaving) return [];
    return notices[party] === undefined ? [[party, carriedOut.from] as const] : [];
  });
  return Object.fromEntries(leaving);
}

/** The claim by which the party left, or will leave; undefined if it leaves otherwise. */
export function claimOfLeaving({ claims, notices }: Facts, party: string): Claim | undefined {
  return claims.find(
    (one) =>
      one.party === party &&
      one.revokedOn === null &&
      endsParticipation(one) &&
      one.carriedOut?.from === notices[party],
  );
}

/** A claim as all may read it: the depositary decides nothing, and parties may see it otherwise. */
export type PublicClaim = Omit<Claim, "circulatedOn" | "receivedOn" | "until"> & {
  article: string;
  objectionsUntil: CivilDate | null;
  disputed: boolean;
};

/** The claims of parties, oldest first. */
export function publicClaims(facts: Facts): PublicClaim[] {
  return facts.claims.map((claim) => {
    const { circulatedOn: _, receivedOn: __, until: ___, ...rest } = claim;
    return {
      ...rest,
      article: claimGrounds[claim.ground],
      objectionsUntil: objectionsUntil(facts, claim),
      disputed: standingObjections(claim).length > 0,
    };
  });
}
