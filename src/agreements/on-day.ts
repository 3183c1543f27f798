import { type Fault, Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Act } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import { firstDay } from "#workflows/first-day.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** An act of today has its day in the instrument's zone; none counts on a day that has not come. */
export function onDay(act: Act, today: CivilDate): Act {
  if (!("on" in act)) return act;
  if (act.on === "today") return { ...act, on: today };
  if (act.on <= today) return act;
  throw new Refusal("day-not-come", problemWords("day-not-come", "en"), {
    errors: [{ pointer: dayOf(act), detail: `${act.on} lies after ${today}` }],
  });
}

/** That the act's day lies before the first on which it was possible, and where in the request it stands. */
export function tooEarly(facts: Facts, act: Act): Fault[] {
  const first = firstDay(facts, act);
  if (first === null || !("on" in act) || act.on >= first) return [];
  return [{ pointer: dayOf(act), detail: `${act.on} lies before ${first}` }];
}

/** Where in the request the act's day stands. */
function dayOf({ type }: Act): string {
  return noticed.includes(type) ? "/receivedOn" : "/on";
}

const noticed: readonly string[] = [
  "notify-completion",
  "apply-provisionally",
  "end-provisional",
  "give-notice",
  "revoke-notice",
] satisfies Act["type"][];
