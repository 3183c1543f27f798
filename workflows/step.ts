import { getNextTransitions, initialTransition, transition } from "xstate";
import type { Act, ActType } from "./acts.ts";
import { agreementMachine } from "./agreement.ts";
import { failing } from "./conditions.ts";
import { type Facts, noFacts } from "./facts.ts";
import { refusedBy } from "./refused-by.ts";
import type { Refused, Stage, Standings } from "./stage.ts";
import { stepParties, stepParty } from "./step-party.ts";

/** A task to do once the act is on record, by name. Jobs carry it out. */
export type Effect = { name: string };
export type Step = { ok: true; stage: Stage; standing: Standings; effects: Effect[] } | Refused;

/**
 * From a stage, the facts on record and an act, computes the new stage, the parties' new standings and the effects of
 * both; or the condition that does not hold. Asks the party's machine first, because the agreement's depends on the
 * standings after the act. Pure. Throws if the machine has no such stage.
 */
export function step(stage: Stage, facts: Facts, act: Act): Step {
  const failed = failing(["party-existed-then"], facts, act);
  if (failed[0]) return { ok: false, refusal: failed[0], failed };
  const own = stepParty(facts, act);
  const known = own?.ok ? { ...facts, standing: { ...facts.standing, ...own.standing } } : facts;
  const next = stepAgreement(stage, known, act);
  if (!next.ok) return next;
  if (own && !own.ok) return own;
  const others = stepParties(next.stage, known, act);
  const effects = [...next.effects, ...(own?.effects ?? []), ...circulating(facts, act)].filter(
    (name, index, names) => name !== "keep-stage" && names.indexOf(name) === index,
  );
  return {
    ok: true,
    stage: next.stage,
    standing: { ...own?.standing, ...others },
    effects: effects.map((name) => ({ name })),
  };
}

/** Communicates reservations when one is made or confirmed, and to a State that joins (VCLT article 23(1)). */
function circulating({ reservations }: Facts, act: Act): string[] {
  // A late reservation has a letter of its own.
  const made = act.type !== "lodge-late-reservation" && "reserves" in act && act.reserves;
  const confirmed =
    act.type === "confirm-reservation" || (act.type === "deposit" && act.confirms.length > 0);
  const joins =
    (act.type === "accede" || act.type === "succeed") &&
    reservations.some(({ kind }) => kind === "reservation");
  return made || confirmed || joins ? ["announce-reservation"] : [];
}

type Moved = { ok: true; stage: Stage; effects: string[] };

function stepAgreement(stage: Stage, facts: Facts, act: Act): Moved | Refused {
  const snapshot = agreementMachine.resolveState({ value: stage, context: facts });
  if (snapshot.can(act)) {
    const [next, actions] = transition(agreementMachine, snapshot, act);
    return { ok: true, stage: next.value, effects: actions.map(({ type }) => type) };
  }
  const candidates = candidatesOf(snapshot).filter(({ eventType }) => eventType === act.type);
  const least = candidates.at(-1);
  if (!least) return { ok: false, refusal: "wrong-stage", allowed: actsIn(stage, facts) };
  return refusedBy(least, facts, act);
}

/** The acts that the stage knows, for any person; not those that only the service reports at any time. */
export function actsIn(stage: Stage, facts: Facts): ActType[] {
  const snapshot = agreementMachine.resolveState({ value: stage, context: facts });
  const known = new Set(candidatesOf(snapshot).map(({ eventType }) => eventType as ActType));
  known.delete("report-paper");
  return [...known];
}

/** Every agreement's first stage. */
export function firstStage(): Stage {
  return initialTransition(agreementMachine, noFacts)[0].value;
}

/** The name of a stage: `draft.editing`; for parallel stages only the top: `publish`. */
export function stageName(stage: Stage): string {
  if (typeof stage === "string") return stage;
  const [[top, below] = ["", undefined]] = Object.entries(stage);
  return typeof below === "string" ? `${top}.${below}` : top;
}

type Snapshot = ReturnType<typeof agreementMachine.resolveState>;

function candidatesOf(snapshot: Snapshot) {
  return getNextTransitions(snapshot);
}
