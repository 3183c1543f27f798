import { getNextTransitions, initialTransition, transition } from "xstate";
import type { Act, ActType } from "./acts.ts";
import { agreementMachine } from "./agreement.ts";
import { type ConditionName, conditions } from "./conditions.ts";
import { type Facts, noFacts } from "./facts.ts";

/** The machine's state value, as it is stored: `{ draft: "editing" }`. */
export type Stage = Parameters<typeof agreementMachine.resolveState>[0]["value"];

/** Something that must be done after the act is on record, by name; jobs do it. */
export type Effect = { name: string };

export type Step =
  | { ok: true; stage: Stage; effects: Effect[] }
  | { ok: false; refusal: "wrong-stage"; allowed: ActType[] }
  | { ok: false; refusal: ConditionName; failed: ConditionName[] };

/**
 * From a stage, the facts on record and an act to the new stage with the effects it names, or to the
 * condition that does not hold. Pure: the same arguments give the same answer.
 * Throws when the stage is not one of the machine's.
 */
export function step(stage: Stage, facts: Facts, act: Act): Step {
  const snapshot = agreementMachine.resolveState({ value: stage, context: facts });
  if (snapshot.can(act)) {
    const [next, actions] = transition(agreementMachine, snapshot, act);
    const effects = actions.map(({ type }) => ({ name: type }));
    return {
      ok: true,
      stage: next.value,
      effects: effects.filter(({ name }) => name !== "keep-stage"),
    };
  }
  const candidates = candidatesOf(snapshot).filter(({ eventType }) => eventType === act.type);
  const least = candidates.at(-1);
  if (!least) return { ok: false, refusal: "wrong-stage", allowed: actsIn(stage, facts) };
  const failed = required(least).filter((name) => !conditions[name](facts, act));
  const first = failed[0];
  if (!first) throw new Error(`The act ${act.type} was refused by no condition.`);
  return { ok: false, refusal: first, failed };
}

/** The acts that the stage knows, whoever asks. */
export function actsIn(stage: Stage, facts: Facts): ActType[] {
  const snapshot = agreementMachine.resolveState({ value: stage, context: facts });
  return [...new Set(candidatesOf(snapshot).map(({ eventType }) => eventType as ActType))];
}

/** Where every agreement begins. */
export function firstStage(): Stage {
  return initialTransition(agreementMachine, noFacts)[0].value;
}

/** `draft.editing`; of the parallel stages only the top: `publish`. */
export function stageName(stage: Stage): string {
  if (typeof stage === "string") return stage;
  const [[top, below] = ["", undefined]] = Object.entries(stage);
  return typeof below === "string" ? `${top}.${below}` : top;
}

type Snapshot = ReturnType<typeof agreementMachine.resolveState>;
type Candidate = ReturnType<typeof getNextTransitions>[number];

function candidatesOf(snapshot: Snapshot): Candidate[] {
  return getNextTransitions(snapshot);
}

function required({ guard }: Candidate): ConditionName[] {
  return guard && typeof guard === "object" && Array.isArray(guard.params) ? guard.params : [];
}
