import type { Heading } from "#workflows/notifications.ts";
import words from "../../templates/notification-headings.json" with { type: "json" };

const ofTreaties: Record<Heading, Record<string, string>> = words.headings;
const ofMemoranda: Partial<Record<Heading, Record<string, string>>> = words.nonBinding;

/** The act that a notification is about, by language; a memorandum has words of its own where a treaty's would mislead. */
export function headingWords(heading: Heading, binding: boolean): Record<string, string> {
  return (binding ? undefined : ofMemoranda[heading]) ?? ofTreaties[heading];
}
