import words from "../../templates/reservation-events.json" with { type: "json" };
import { capital } from "./capital.ts";
import { fillSentence } from "./fill-sentence.ts";

export type ReservationEvent = keyof typeof words;

/** What happened to a reservation, in a sentence; English for a language without words. */
export function reservationEventWords(
  event: ReservationEvent,
  values: Record<string, string>,
  language: string,
): string {
  const sentences: Record<string, string> = words[event];
  const said = fillSentence(sentences[language] ?? sentences.en ?? "", values, language);
  return capital(said, language);
}
