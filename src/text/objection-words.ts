import words from "../../templates/objection-words.json" with { type: "json" };
import { formatDate } from "./format-date.ts";

const byRule: Record<string, Record<string, string>> = words;

/** A sentence on the deadline for the reader's State to object to a reservation; English for other languages. */
export function objectionWords(rule: string, day: string | null, language: string): string {
  const sentences = byRule[rule] ?? byRule.none ?? {};
  const sentence = sentences[language] ?? sentences.en ?? "";
  return sentence.replace("{date}", day ? (formatDate(day, language) ?? day) : "");
}
