import { can, rolesWith } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import type { ActType } from "#workflows/acts.ts";
import { addDays, civilDate, startOfDay } from "#workflows/civil-date.ts";
import { consentsBegun, consentsOfAll } from "#workflows/consents-begun.ts";
import type { Facts } from "#workflows/facts.ts";
import {
  hasAnswered,
  mayAnswer,
  reservationState,
  type TimeToObject,
  timeToObject,
} from "#workflows/reservations.ts";
import type { Stage } from "#workflows/stage.ts";
import { actsIn } from "#workflows/step.ts";
import { mayTake } from "../read/list-acts.ts";

type Who = { person: Person; at: Date };

/** An agreement as it is judged. */
export type Judged = {
  stage: Stage;
  facts: Facts;
  /** Whether certified copies were issued. */
  copies: boolean;
};
type Look = Judged & { who: Who };

/**
 * The acts that move an agreement forward, in their usual order. `wanted` is what must hold, besides the law, before an
 * act waits for anyone. Merely possible acts, such as a request for changes, wait for no one.
 */
const moving: { act: ActType; wanted?: (look: Look) => boolean; byFacts?: true }[] = [
  { act: "designate", wanted: lacksSignatory },
  { act: "present-credentials", wanted: lacksCredentials },
  { act: "verify-credentials" },
  { act: "approve" },
  { act: "submit" },
  { act: "revise-text", wanted: (look) => isReconciling(look) && !takes(look, "submit") },
  { act: "certify" },
  { act: "clear-signature", wanted: ({ facts }) => facts.terms.clearance },
  { act: "initial" },
  // Until the text is settled a difference is mended rather than dismissed.
  { act: "dismiss-difference", wanted: isSettled },
  { act: "authenticate" },
  { act: "open-signing" },
  { act: "sign" },
  // The law checks that both officers recorded the same; the second one reads it from the paper.
  { act: "record-signature", wanted: isRecordedOnce, byFacts: true },
  { act: "withdraw", wanted: ({ facts }) => facts.withdrawnBy.length > 0 },
  { act: "retry-seal" },
  { act: "confirm-proposal" },
  { act: "answer-reservation", wanted: mayObjectNow },
  { act: "confirm", wanted: ({ who }) => who.person.party !== null },
  ...consentsOfAll.map((act) => ({
    act,
    wanted: ({ facts, who: { person } }: Look) =>
      person.party !== null && consentsBegun(facts, person.party).includes(act),
  })),
  { act: "publish" },
  { act: "determine-entry" },
  { act: "make-correction" },
  { act: "notify-un-of-correction" },
  { act: "issue-certified-copy", wanted: (look) => !look.copies && isPublic(look) },
  { act: "ingest" },
  { act: "check-fixity", wanted: ({ stage }) => sideOf(stage, "custody") !== "fixityOk" },
  { act: "submit-to-un" },
  { act: "register-with-un" },
];

/** Where an act stands among those that wait in one agreement. */
export function placeOf(type: ActType): number {
  return moving.findIndex(({ act }) => act === type);
}

/** The acts that someone with one of these roles may be awaited for. */
export function actsAwaitedOf({ roles }: Pick<Person, "roles">): ActType[] {
  return moving.flatMap(({ act }) =>
    rolesWith(act).some((role) => roles.includes(role)) ? [act] : [],
  );
}

/** The acts that wait for a person: those that the law allows them now and that move the agreement forward. */
export function waitingActs(look: Look): ActType[] {
  const known = actsIn(look.stage, look.facts);
  return moving
    .filter(({ act }) => known.includes(act) && can(look.who.person, act))
    .filter(({ act, wanted, byFacts }) => (wanted?.(look) ?? true) && (byFacts || takes(look, act)))
    .map(({ act }) => act);
}

function takes({ stage, facts, who }: Look, act: ActType): boolean {
  return mayTake(stage, facts, act, who);
}

/** A party should name its signatory at once; the office should name all once the text is settled. */
function lacksSignatory({ stage, facts, who: { person } }: Look): boolean {
  if (person.party !== null)
    return isAsked(facts, person.party) && facts.signatories[person.party] === undefined;
  const isLater = isSettled({ stage }) || (typeof stage === "object" && "sign" in stage);
  return isLater && facts.parties.some((party) => facts.signatories[party] === undefined);
}

/** Nothing is awaited of a party to which the text is only open. */
function isAsked({ entitled }: Facts, party: string): boolean {
  return !entitled.includes(party);
}

function lacksCredentials({ facts, who: { person } }: Look): boolean {
  if (person.party === null || facts.terms.authority === "dispensed") return false;
  if (!isAsked(facts, person.party)) return false;
  return !facts.credentials.some(({ party, void: gone }) => party === person.party && !gone);
}

function isRecordedOnce({ stage, facts, who: { person } }: Look): boolean {
  const isOpen = typeof stage === "object" && (stage.sign === "open" || isSignedLater(stage));
  return (
    isOpen &&
    facts.paper.some(
      ({ party, by }) =>
        by !== person.id &&
        !facts.signedBy.includes(party) &&
        !facts.paper.some((other) => other.party === party && other.by === person.id),
    )
  );
}

/** Whether a reservation was made that the party has not answered and may still object to. */
function mayObjectNow({ facts, who: { person, at } }: Look): boolean {
  return person.party !== null && unanswered(facts, person.party, at).length > 0;
}

/** The instant at which the party's first time to object ends; null if none has an end. */
export function objectionDue(facts: Facts, party: string | null, at: Date): string | null {
  if (party === null) return null;
  const ends = unanswered(facts, party, at).flatMap(({ until }) => until ?? []);
  const first = ends.toSorted()[0];
  return first ? startOfDay(addDays(first, 1), facts.terms.zone).toISOString() : null;
}

function unanswered(facts: Facts, party: string, at: Date): TimeToObject[] {
  const on = civilDate(at.toISOString(), facts.terms.zone);
  return facts.reservations
    .filter(
      (one) =>
        one.kind === "reservation" &&
        one.party !== party &&
        !hasAnswered(one, party) &&
        ["made", "circulated"].includes(reservationState(facts, one)) &&
        mayAnswer(facts, one, party, on),
    )
    .map((one) => timeToObject(facts, one, party));
}

/** Whether signatures are recorded after the first seal. */
function isSignedLater(stage: Stage): boolean {
  return ["open", "closed"].includes(sideOf(stage, "signature") ?? "");
}

function isSettled({ stage }: Pick<Look, "stage">): boolean {
  return typeof stage === "object" && stage.review === "settled";
}

function isReconciling({ stage }: Look): boolean {
  return typeof stage === "object" && stage.review === "reconciling";
}

function isPublic({ stage }: Look): boolean {
  return sideOf(stage, "dissemination") !== "withheld";
}

/** The state of one parallel stage of a published agreement. */
function sideOf(stage: Stage, side: "custody" | "dissemination" | "signature"): string | undefined {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return (sides as Record<string, string> | undefined)?.[side];
}
