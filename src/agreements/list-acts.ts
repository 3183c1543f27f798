import { may } from "#src/people/may.ts";
import type { Person } from "#src/people/person.ts";
import type { Act, ActType } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import { actsIn, type Stage, step } from "#workflows/step.ts";
import { conditionSentences } from "./refusal.ts";

export type PossibleAct = {
  act: ActType;
  allowed: boolean;
  blockedBy: { guard: string; detail: string }[];
};

/** What the person may do to the agreement now and, in words, what blocks the rest. */
export function listActs(
  stage: Stage,
  facts: Facts,
  { person, at }: { person: Person; at: Date },
): PossibleAct[] {
  return actsIn(stage, facts)
    .filter((type) => may(person, type))
    .map((type) => {
      const result = step(stage, facts, likely(type, facts, { person, at: at.toISOString() }));
      const failed = result.ok || result.refusal === "wrong-stage" ? [] : result.failed;
      return {
        act: type,
        allowed: result.ok,
        blockedBy: failed.map((guard) => ({ guard, detail: conditionSentences[guard] })),
      };
    });
}

/** The act as this person would most likely send it: about the text and the original on record. */
function likely(type: ActType, facts: Facts, { person, at }: { person: Person; at: string }): Act {
  const party = person.party ?? facts.parties[0] ?? "";
  const uncertified = facts.languages.filter((language) => !facts.certified.includes(language));
  const language =
    type === "certify"
      ? (uncertified.find((one) => facts.drafters[one] !== person.id) ?? uncertified[0])
      : facts.languages[0];
  return {
    type,
    by: person.id,
    party,
    language: language ?? "",
    digest: facts.digest,
    original: facts.original ?? "",
    reason: "",
    parties: facts.parties,
    closesAt: facts.closesAt,
    at,
  } as Act;
}
