import words from "../../templates/reservation-events.json" with { type: "json" };
import { capital } from "./capital.ts";
import { fillSentence } from "./fill-sentence.ts";
import type { Named } from "./party-forms.ts";

export type ReservationEvent = keyof typeof words;

/** Who did it and whose reservation it is, as names; the day, the organ and its decision. */
type Values = Record<string, string | Named>;

/** What happened to a reservation, in a sentence; English for a language without words. */
export function reservationEventWords(
  event: ReservationEvent,
  { day, ...values }: Values,
  language: string,
): string {
  const sentences: Record<string, string> = words[event];
  const own = language in sentences ? language : "en";
  const known = { ...values, ...(typeof day === "string" && { day: { day } }) };
  return capital(fillSentence(sentences[own] ?? "", known, own), language);
}
