import words from "../../templates/reservation-events.json" with { type: "json" };
import { capital } from "./capital.ts";
import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";
import { saidIn } from "./noun.ts";
import type { Named } from "./party-forms.ts";
import { placesOf, readPlaceholder } from "./placeholder.ts";

export type ReservationEvent = keyof typeof words;

/** Who did it and whose reservation it is, as names; the day, the organ and its decision. */
type Values = Record<string, string | Named>;

/** What happened to a reservation, in a sentence; English for a language without words. */
export function reservationEventWords(
  event: ReservationEvent,
  values: Values,
  language: string,
): string {
  const sentences: Record<string, string> = words[event];
  const own = language in sentences ? language : "en";
  const sentence = sentences[own] ?? "";
  const places = placesOf(sentence.replaceAll("{", "{{").replaceAll("}", "}}"));
  const said = sentence.replaceAll(/\{([^{}]+)\}/g, (whole, inner: string) => {
    const asked = readPlaceholder(inner);
    const value = asked ? values[asked.name] : undefined;
    if (!asked || value === undefined) return whole;
    const day = asked.name === "day" && typeof value === "string" && formatDate(value, own);
    return isolate(saidIn(day || value, asked, places, own), own);
  });
  return capital(said, language);
}
