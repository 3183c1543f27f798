import type { Vote } from "../acts/row.ts";
import type { Facts } from "../facts.ts";
import type { Adoption } from "../terms.ts";
import { all, type Condition, partyOf } from "./condition.ts";

/** Conditions on adopting the text, and on opening an authentic one again (VCLT articles 9 and 10). */
export const adoptionConditions = {
  "adopted-by-conference": ({ terms }) => terms.adoption !== undefined,
  "adopted-by-all": ({ terms }) => terms.adoption === undefined,
  "vote-adds-up": ({ parties, terms }, act) =>
    "vote" in act &&
    addsUp(act.vote, parties.length) &&
    // Consensus may be reached without a vote (practice of conferences).
    (act.vote.for > 0 || terms.adoption?.majority === "consensus"),
  "vote-carries": ({ terms: { adoption } }, act) =>
    adoption === undefined || ("vote" in act && carries(adoption.majority, act.vote)),
  "two-parties-negotiate": (facts) => negotiating(facts).length <= 2,
  "party-has-not-asked-to-reopen": (facts, act) =>
    !facts.reopenAskedBy.includes(partyOf(act) ?? ""),
  "every-party-asks-to-reopen": (facts, act) =>
    all(negotiating(facts), facts.reopenAskedBy, partyOf(act)),
  "two-remain-to-sign": ({ parties, standing }, act) =>
    parties.filter((party) => standing[party] !== "declined" && party !== partyOf(act)).length >= 2,
} satisfies Record<string, Condition>;

function negotiating({ parties, joined }: Facts): string[] {
  return parties.filter((party) => !joined.includes(party));
}

function addsUp({ present, ...votes }: Vote, parties: number): boolean {
  const counted = votes.for + votes.against + votes.abstaining;
  return counted <= present && present <= parties && present > 0;
}

/** Whether the majority of those present and voting is reached; consensus has no vote against. */
function carries(majority: Adoption["majority"], vote: Vote): boolean {
  const voting = vote.for + vote.against;
  switch (majority) {
    case "consensus":
      return vote.against === 0;
    case "two-thirds":
      return 3 * vote.for >= 2 * voting;
    case "three-quarters":
      return 4 * vote.for >= 3 * voting;
    case "majority":
      return 2 * vote.for > voting;
  }
}
