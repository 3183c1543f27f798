import { addDays, startOfDay } from "#workflows/civil-date.ts";
import type { Facts } from "#workflows/facts.ts";
import { timeToObject } from "#workflows/reservations.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * The first time after `at` at which something else may wait in an agreement although nobody acts: a day on record
 * begins or ends in the instrument's zone, a window or a time to object closes. Null if there is none.
 */
export function nextLook(facts: Facts, at: Date): Date | null {
  const { zone } = facts.terms;
  const days = new Set<string>(objectionEnds(facts));
  const times: number[] = facts.proposals.map(({ expiresAt }) => expiresAt);
  for (const text of textsIn(facts)) {
    if (day.test(text)) days.add(text);
    else if (instant.test(text)) times.push(Date.parse(text));
  }
  // A day before yesterday has ended in every zone.
  const past = addDays(at.toISOString().slice(0, 10), -2);
  for (const on of days) {
    if (on <= past) continue;
    times.push(startOfDay(on, zone).getTime(), startOfDay(addDays(on, 1), zone).getTime());
  }
  const next = Math.min(...times.filter((time) => time > at.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
}

/** Where a party's time to object ends, the end is not on record but derived. */
function objectionEnds(facts: Facts): string[] {
  return facts.reservations.flatMap((one) =>
    facts.parties.flatMap((party) => timeToObject(facts, one, party).until ?? []),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
