import { addDays, addMonths, type CivilDate } from "./civil-date.ts";
import type { Facts } from "./facts.ts";
import type { WayIn } from "./participation-clause.ts";

/** Whether the text stays open for signature after the first ones are sealed. */
export function staysOpen({ terms }: Pick<Facts, "terms">): boolean {
  return terms.participation?.signature != null;
}

/**
 * The last day on which a State may sign; null if there is none, or none yet. A text that is open until its entry into
 * force is open until the day before.
 */
export function lastDayToSign({ terms, openedOn, entry }: Facts): CivilDate | null {
  const until = terms.participation?.signature?.until;
  if (until === undefined || until === "unlimited") return null;
  if (until === "entry") return entry.instrument && addDays(entry.instrument, -1);
  if ("on" in until) return until.on;
  return openedOn && addMonths(openedOn, until.months);
}

/** Whether signature is open on this day. */
export function isOpenForSignature(facts: Facts, on: CivilDate): boolean {
  if (facts.openedOn !== null && on < facts.openedOn) return false;
  const last = lastDayToSign(facts);
  return last === null || on <= last;
}

/** Whether others may accede on this day: from the opening, from the end of signature, or once it is in force. */
export function isOpenForAccession(facts: Facts, on: CivilDate): boolean {
  const clause = facts.terms.participation?.accession;
  if (clause === null) return false;
  if (clause === undefined || clause.from === "opening") return true;
  if (clause.from === "entry")
    return facts.entry.instrument !== null && facts.entry.instrument <= on;
  return !staysOpen(facts) || !isOpenForSignature(facts, on);
}

/** Whether the party may sign the text after its first seal: it negotiated, or the text is open to it. */
export function maySign({ parties, joined, waysIn }: Facts, party: string): boolean {
  return (parties.includes(party) && !joined.includes(party)) || has(waysIn, party, "sign");
}

/** Whether the party may accede: it negotiated and did not sign, or the text is open to it. */
export function mayAccede({ terms, parties, joined, waysIn }: Facts, party: string): boolean {
  if (terms.participation === undefined) return true;
  return (parties.includes(party) && !joined.includes(party)) || has(waysIn, party, "accede");
}

function has(waysIn: Facts["waysIn"], party: string, way: WayIn): boolean {
  return waysIn[party]?.includes(way) ?? false;
}

/** What is open to a party on a day. */
export type OpenAct = { act: WayIn; until: CivilDate | null };

/** What a party that has taken no step yet may do on this day, and until when. */
export function openTo(facts: Facts, party: string, on: CivilDate): OpenAct[] {
  const standing = facts.standing[party] ?? "invited";
  if (!/^(invited|credentials|initialled|declined)/.test(standing)) return [];
  const found: OpenAct[] = [];
  // A State that has declined no longer signs; it may accede.
  const signs = standing !== "declined" && staysOpen(facts) && maySign(facts, party);
  if (signs && isOpenForSignature(facts, on)) {
    found.push({ act: "sign", until: lastDayToSign(facts) });
  }
  if (facts.terms.accession && mayAccede(facts, party) && isOpenForAccession(facts, on)) {
    found.push({ act: "accede", until: null });
  }
  return found;
}
