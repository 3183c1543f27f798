import { shippedFormulas } from "#languages/formulas";
import { marksOf } from "#src/text/language/marks-of.ts";
import { languageList } from "#src/text/testimonium.ts";
import { inList, type Printed, type Said } from "./words.ts";

type Of = {
  /** The reader's language. */
  reader: string;
  /** How many languages the agreement has, and whether it is meant to bind. */
  languages: number;
  binding: boolean;
};

/** How the reader's own language says what a field asks for; empty if there is no example. */
export function exampleOf(field: Printed | Exclude<Said, "opening"> | "joined", of: Of): string {
  const marks = marksOf(of.reader);
  if (!marks) return "";
  if (field === "joined") return inList(marks.list);
  if (field === "closing" || field === "prevailing") return formulaOf(field, of);
  return marks[field] ?? "";
}

function formulaOf(field: "closing" | "prevailing", { reader, languages, binding }: Of): string {
  const formulas = shippedFormulas(reader)?.formulas;
  const sentences = binding ? formulas?.treaty : formulas?.memorandum;
  if (!sentences) return "";
  return field === "prevailing"
    ? sentences.prevailing
    : sentences[languages > 1 ? "several" : "one"];
}

/** A language's name as the formulas of another need it. */
export function nameExample(tag: string, inLanguage: string): string {
  return languageList([tag], inLanguage);
}
