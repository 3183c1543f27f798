import type { CivilDate } from "../civil-date.ts";
import type { Facts } from "../facts.ts";
import type { ActionRule } from "../rule-of-action.ts";
import type { Stage } from "../stage.ts";

/** What a party has to do about an agreement, may do, or should know is running. */
export const partyActions = [
  "answer-round",
  "sign",
  "confirm-signature",
  "ratify",
  "notify-completion",
  "confirm-reservation",
  "declare",
  "designate-authority",
  "answer-reservation",
  "answer-late-reservation",
  "object-to-correction",
  "agree-to-correction",
  "answer-claim",
  "opt-out-of-renewal",
  "agree-to-renewal",
  "agree-to-suspension",
  "agree-to-resumption",
  "agree-to-termination",
  "accede",
  "own-notice",
  "other-notice",
  "period-ends",
  "powers-end",
] as const;
export type PartyActionName = (typeof partyActions)[number];

export type PartyAction = {
  action: PartyActionName;
  /** `todo`: awaited of it; `open`: it may; `runs`: something takes effect by itself. */
  kind: "todo" | "open" | "runs";
  /** The last day on which it may act, or the day on which it takes effect; null if there is none, or none yet. */
  due: CivilDate | null;
  rule: ActionRule;
  /** The article of the text that it is about. */
  article: number | null;
  /** The other party that it is about: whose reservation, whose notice. */
  other: string | null;
};

export type ActionsLook = {
  stage: Stage;
  facts: Facts;
  party: string;
  /** The day in the instrument's zone. */
  on: CivilDate;
  /** When signing or the round closes, in the instrument's zone; null if no time was set. */
  closesOn: CivilDate | null;
  /** Articles under which the party has designated an authority. */
  designated: number[];
};

/** An action as its rule finds it; what it does not say is null. */
export type Found = Pick<PartyAction, "action" | "kind" | "rule"> & Partial<PartyAction>;

/** Standings of a State that has consented to be bound. */
export const bound = ["contracting", "party", "noticeRunning", "awaitingAcceptance"];

/** Whether the State has consented to be bound. */
export function hasConsented({ standing }: Facts, party: string): boolean {
  return bound.includes(standing[party] ?? "");
}

/** Whether the agreement is sealed, and one of its parallel sides is in one of these states, if any are named. */
export function isSealed(
  stage: Stage,
  side: "signature" | "legal" | "correction",
  states: string[] | null = null,
): boolean {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  const state = (sides as Record<string, string> | undefined)?.[side];
  if (state === undefined) return false;
  return states === null ? !ended.includes(state) : states.includes(state);
}

/** States of the legal side after which nothing of it is left to do. */
export const ended = ["terminated", "expired", "superseded"];

export function todo(action: PartyActionName, rule: ActionRule): Found[] {
  return [{ action, kind: "todo", rule }];
}

/** Whether the agreement has come to its end in law. */
export function hasEnded(stage: Stage): boolean {
  return isSealed(stage, "legal", [...ended]);
}
