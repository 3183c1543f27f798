import { type Fault, Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Act } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import { firstDay } from "#workflows/first-day.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** Gives an act of today its day in the instrument's zone. A future day is not allowed. */
export function onDay(act: Act, today: CivilDate): Act {
  if (!("on" in act)) return act;
  if (act.on === "today") return { ...act, on: today };
  if (act.on <= today) return act;
  throw new Refusal("day-not-come", problemWords("day-not-come", "en"), {
    errors: [{ pointer: dayOf(act), detail: `${act.on} lies after ${today}` }],
  });
}

/** Reports an act's day that lies before the first possible one, with its place in the request. */
export function tooEarly(facts: Facts, act: Act): Fault[] {
  const first = firstDay(facts, act);
  if (first === null || !("on" in act) || act.on >= first) return [];
  return [{ pointer: dayOf(act), detail: `${act.on} lies before ${first}` }];
}

/** The field of the request that holds the act's day. */
function dayOf({ type }: Act): string {
  return noticed.includes(type) ? "/receivedOn" : "/on";
}

const noticed: readonly string[] = [
  "notify-completion",
  "apply-provisionally",
  "end-provisional",
  "give-notice",
  "revoke-notice",
  "opt-out-of-renewal",
  "revoke-opt-out",
  "declare-not-to-become-party",
  "withdraw-consent",
] satisfies Act["type"][];
