import type { Facts } from "./facts.ts";
import type { CivilDate } from "./terms.ts";

/** Where a State stands once it has signed or consented: it is a signatory or contracting State. */
const signedOrConsented: readonly string[] = [
  "signedAdReferendum",
  "signedSubjectToRatification",
  "signedDefinitive",
  "awaitingAcceptance",
  "contracting",
  "party",
  "noticeRunning",
];

/** Whether the party is a signatory or contracting State: only those decide on a correction (VCLT article 79(1)). */
export function answersCorrection({ standing }: Pick<Facts, "standing">, party: string): boolean {
  return signedOrConsented.includes(standing[party] ?? "");
}

/** Whether all signatory and contracting States have agreed to the proposed correction (VCLT article 79(1)). */
export function everyStateAgreed(facts: Pick<Facts, "standing" | "correction">): boolean {
  const asked = Object.keys(facts.standing).filter((party) => answersCorrection(facts, party));
  const { agreed = [] } = facts.correction ?? {};
  return asked.length > 0 && asked.every((party) => agreed.includes(party));
}

/**
 * Whether the time to object to the last proposal is over, or it has been carried out (VCLT article 79(2)). What a State
 * says then is circulated as a communication. Without a depositary the States set no time (79(1)).
 */
export function isTooLateToObject(
  { terms, correction }: Pick<Facts, "terms" | "correction">,
  on: CivilDate,
): boolean {
  if (correction === null) return false;
  return !correction.open || (terms.depositary !== "none" && correction.until < on);
}
