import type { Act } from "./acts.ts";
import { bound } from "./bound.ts";
import type { Facts } from "./facts.ts";
import { type RelationStatement, relationBetween } from "./relations.ts";
import type { CivilDate } from "./terms.ts";

/** What an act makes new between its party and one other. */
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

/** At most so many pairs are told of; the rest is on the pages of the pairs. */
const mostPairs = 20;

/**
 * What applies between the act's party and each other party after an act on a reservation and did not before (VCLT
 * articles 20 to 23). Empty for other acts. Pure.
 */
export function changedRelations(
  before: Facts,
  after: Facts,
  { act, on }: { act: Act; on: CivilDate },
): RelationsOf[] {
  if (!onReservations.includes(act.type) || !("party" in act)) return [];
  const { party } = act;
  const others = bound(after).filter((one) => one !== party);
  const pairs = others.flatMap((other) => {
    const pair = { parties: [party, other] as [string, string], on };
    const was = relationBetween(before, pair, { endedOn: null }).statements;
    const now = relationBetween(after, pair, { endedOn: null }).statements;
    const known = new Set(was.map((one) => JSON.stringify(one)));
    const fresh = now.filter((one) => !known.has(JSON.stringify(one)));
    return fresh.length > 0 ? [{ parties: pair.parties, statements: fresh }] : [];
  });
  return pairs.slice(0, mostPairs);
}
