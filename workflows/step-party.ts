import { getNextTransitions, transition } from "xstate";
import type { Act, ActType, Occurrence } from "./acts.ts";
import type { Facts } from "./facts.ts";
import { participationMachine } from "./participation.ts";
import { refusedBy } from "./refused-by.ts";
import type { Refused, Stage, Standings } from "./stage.ts";

/** Every party's first standing. */
export const firstStanding = "invited";

export type PartyStep = { ok: true; standing: Standings; effects: string[] } | Refused;

const known = new Set<string>(participationMachine.events);

/** Acts by which a State that has taken no part yet joins. */
const joining: readonly Act["type"][] = ["accede", "succeed"];

/** Runs the act in the machine of its party; null for an act that does not concern a party's standing. */
export function stepParty(facts: Facts, act: Act): PartyStep | null {
  if (!("party" in act) || !known.has(act.type)) return null;
  const taking =
    facts.parties.includes(act.party) ||
    facts.entitled.includes(act.party) ||
    joining.includes(act.type);
  if (!taking) return null;
  const before = facts.standing[act.party] ?? firstStanding;
  const snapshot = participationMachine.resolveState({ value: valueFor(before), context: facts });
  if (snapshot.can(act)) {
    const [next, actions] = transition(participationMachine, snapshot, act);
    const after = nameOf(next.value);
    return {
      ok: true,
      standing: after === before ? {} : { [act.party]: after },
      effects: actions.map(({ type }) => type),
    };
  }
  const candidates = getNextTransitions(snapshot);
  const least = candidates.filter(({ eventType }) => eventType === act.type).at(-1);
  if (least) return refusedBy(least, facts, act);
  const allowed = [...new Set(candidates.map(({ eventType }) => eventType as ActType))];
  return { ok: false, refusal: "wrong-standing", allowed };
}

/** The act's effect on each party: a return voids, a circulation invites, an end ends. */
export function stepParties(after: Stage, facts: Facts, act: Act): Standings {
  const made = occurring(after, act);
  if (!made) return {};
  const standing: Standings = {};
  for (const party of facts.parties) {
    const before = facts.standing[party] ?? firstStanding;
    const snapshot = participationMachine.resolveState({ value: valueFor(before), context: facts });
    const occurrence = made(party);
    if (!snapshot.can(occurrence)) continue;
    const next = nameOf(transition(participationMachine, snapshot, occurrence)[0].value);
    if (next !== before) standing[party] = next;
  }
  return standing;
}

function occurring(after: Stage, act: Act): ((party: string) => Occurrence) | null {
  if (typeof after !== "object") return null;
  if (act.type === "submit") return (party) => ({ type: "circulate", party });
  if (act.type === "enter-into-force") {
    return (party) => ({ type: "become-party", party, on: act.on });
  }
  if (act.type === "settle-reservations") {
    return (party) => ({ type: "become-contracting", party, on: act.on });
  }
  if ("review" in after && after.review === "reconciling") {
    return (party) => ({ type: "return", party });
  }
  return hasEnded(after) ? (party) => ({ type: "end", party }) : null;
}

const endings = ["terminated", "expired", "superseded"];

/** Whether the instrument has ended (VCLT articles 54 to 59). */
export function hasEnded(stage: Stage): boolean {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return typeof sides === "object" && endings.includes(String(sides.legal));
}

type Value = Parameters<typeof participationMachine.resolveState>[0]["value"];

function valueFor(standing: string): Value {
  const [top = firstStanding, below] = standing.split(".");
  return (below === undefined ? top : { [top]: below }) as Value;
}

function nameOf(value: Value): string {
  if (typeof value === "string") return value;
  const [[top, below] = ["", ""]] = Object.entries(value);
  return `${top}.${below}`;
}
