import type { Act, Occurrence } from "../acts.ts";
import type { Facts, Proposal } from "../facts.ts";
import { firstDay } from "../first-day.ts";
import { type Condition, personOf } from "./condition.ts";

/** Conditions on acts that wait for a second officer, and on the days that acts name. */
export const proposalConditions = {
  "act-was-possible-then": (facts, act) => {
    const first = firstDay(facts, act);
    return first === null || ("on" in act && act.on >= first);
  },
  "proposal-waits": (facts, act) => {
    const found = proposal(facts, act);
    return found !== undefined && "at" in act && Date.parse(act.at) < found.expiresAt;
  },
  "proposal-is-anothers": (facts, act) => proposal(facts, act)?.by !== personOf(act),
} satisfies Record<string, Condition>;

function proposal({ proposals }: Facts, act: Act | Occurrence): Proposal | undefined {
  if (!("proposal" in act)) return undefined;
  return proposals.find(({ id }) => id === act.proposal);
}
