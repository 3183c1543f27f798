import type { ResourceName } from "./acts.ts";

/**
 * The acts by which the office records what it received on paper. Their bodies may name the entry of the desk's register
 * (`src/agreements/correspondence-of.ts` reads it), and the entry shows the act.
 */
export const receivedOnPaper: readonly ResourceName[] = [
  "article-declarations",
  "authorities",
  "claim-answers",
  "claim-measures",
  "claim-revocations",
  "claims",
  "communications",
  "confirmations",
  "correction-agreements",
  "correction-objections",
  "credentials",
  "deposits",
  "designations",
  "late-reservations",
  "notices",
  "reservation-acts",
  "reservation-changes",
  "successions",
  "territories",
];
