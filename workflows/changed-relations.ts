import type { Act } from "./acts.ts";
import { bound } from "./bound.ts";
import type { Facts } from "./facts.ts";
import { type RelationStatement, relationBetween } from "./relations.ts";
import { ruleOfSuspension } from "./suspensions.ts";
import type { CivilDate } from "./terms.ts";

/** What an act makes new between two parties. */
export type RelationsOf = { parties: [string, string]; statements: RelationStatement[] };

/** Acts on reservations change what applies between two parties, and not who is a party. */
const onReservations: readonly Act["type"][] = [
  "answer-reservation",
  "withdraw-objection",
  "react-to-declaration",
  "withdraw-reservation",
  "change-reservation",
  "confirm-reservation",
  "record-receipt",
  "lodge-late-reservation",
  "notify-reservation",
];

/** At most this number of pairs is told of; the rest is on the pages of the pairs. */
const mostPairs = 20;

/**
 * What applies between two parties after an act on a reservation, or a later agreement between some, and did not before
 * (VCLT articles 20 to 23, 30(4) and 41). Empty for other acts. Pure.
 */
export function changedRelations(
  before: Facts,
  after: Facts,
  { act, on }: { act: Act; on: CivilDate },
): RelationsOf[] {
  if (act.type === "supersede-between") {
    const { parties, basis, title } = act;
    const rest = { successor: null, source: "", notifiedOn: null };
    const later = { parties, basis, title, on: act.on, ...rest };
    const then = { ...before, laterBetween: [...before.laterBetween, later] };
    return changed(before, then, { pairs: pairsOf(parties), on });
  }
  if (act.type === "suspend-between") {
    const { parties, basis, from, articles } = act;
    const made = { id: "", by: null, parties, from, until: null, basis, claim: null, articles };
    const rest = { rule: ruleOfSuspension(basis), title: "", notifiedOn: null, resumedOn: null };
    const then = { ...before, suspensions: [...before.suspensions, { ...made, ...rest }] };
    return changed(before, then, { pairs: pairsOf(parties), on: from });
  }
  if (!onReservations.includes(act.type) || !("party" in act)) return [];
  const { party } = act;
  const others = bound(after).filter((one) => one !== party);
  return changed(before, after, { pairs: others.map((other) => [party, other]), on });
}

function pairsOf(parties: string[]): [string, string][] {
  return parties.flatMap((one, place) =>
    parties.slice(place + 1).map((other): [string, string] => [one, other]),
  );
}

type Pairs = { pairs: [string, string][]; on: CivilDate };

function changed(before: Facts, after: Facts, { pairs, on }: Pairs): RelationsOf[] {
  const all = pairs.flatMap((parties) => {
    const pair = { parties, on };
    const was = relationBetween(before, pair, { endedOn: null }).statements;
    const now = relationBetween(after, pair, { endedOn: null }).statements;
    const known = new Set(was.map((one) => JSON.stringify(one)));
    const fresh = now.filter((one) => !known.has(JSON.stringify(one)));
    return fresh.length > 0 ? [{ parties: pair.parties, statements: fresh }] : [];
  });
  return all.slice(0, mostPairs);
}
