import { z } from "zod";
import type { Fault } from "#src/errors.ts";
import known from "../../templates/instrument-names.json" with { type: "json" };
import { capital } from "./capital.ts";
import { afterA } from "./french-names.ts";
import { inKazakhCase, type KazakhCase } from "./kazakh-cases.ts";
import { agreeing, agreementIn, type Branches, branchNames } from "./noun.ts";
import { genitiveOf, type Named, primaryOf } from "./party-forms.ts";
import { readPlaceholder } from "./placeholder.ts";

const cases = ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const;
const forms = z.strictObject({
  name: z.string().min(1),
  gender: z.enum(["masculine", "feminine", "neuter", "plural"]).optional(),
  ...Object.fromEntries(cases.map((one) => [one, z.string().min(1).optional()])),
});
const inLanguages = z.record(z.string(), z.union([z.string().min(1), forms]));

/**
 * How an instrument names itself in its clauses: one of `templates/instrument-names.json` (`protocol`), or its own words
 * by language, with the forms that its sentences need.
 */
export const instrumentShape = z.union([
  z.enum(Object.keys(known) as [keyof typeof known]),
  inLanguages,
]);
export type Instrument = z.infer<typeof instrumentShape>;

const place = /\{\{(instrument(?:[:|][^{}]*)?)\}\}/g;

/**
 * The text with the instrument's name in the form that each sentence needs: `{{instrument}}`, `{{instrument:genitive}}`,
 * `{{instrument|f:ее|else:его}}`. The name begins a sentence with a capital. A place that cannot be filled stays, with a
 * fault at its line.
 */
export function nameInstrument(
  text: string,
  language: string,
  instrument: Instrument,
): { text: string; faults: { line: number; detail: string }[] } {
  const named = namedIn(instrument, language);
  const faults: { line: number; detail: string }[] = [];
  const filled = text.replaceAll(place, (whole, inner: string, at: number) => {
    const words = named && wordsOf(named, inner, language);
    if (typeof words === "string") return begins(text, at) ? capital(words, language) : words;
    const detail = words?.detail ?? `has no words: template.yaml, instrument.${language}`;
    faults.push({ line: text.slice(0, at).split("\n").length, detail: `${whole} ${detail}` });
    return whole;
  });
  return { text: filled, faults };
}

/** The texts by language with the name of the instrument, and the faults of all of them with their file. */
export function nameInTexts(
  texts: Record<string, string>,
  instrument: Instrument,
  folder = "",
): { texts: Record<string, string>; faults: Fault[] } {
  const named = Object.entries(texts).map(([language, text]) => {
    return { language, ...nameInstrument(text, language, instrument) };
  });
  return {
    texts: Object.fromEntries(named.map(({ language, text }) => [language, text])),
    faults: named.flatMap(({ language, faults }) =>
      faults.map((fault) => ({ file: `${folder}${language}.md`, ...fault })),
    ),
  };
}

function namedIn(instrument: Instrument, language: string): Named | null {
  const words = typeof instrument === "string" ? known[instrument] : instrument;
  const own = (words as Record<string, string | z.infer<typeof forms>>)[language];
  if (own === undefined) return null;
  if (typeof own === "string") return { name: own };
  const { name, ...rest } = own;
  return { name, forms: rest };
}

/** What a place asks for, or why the name cannot give it. */
function wordsOf(named: Named, inner: string, language: string): string | { detail: string } {
  const asked = readPlaceholder(inner);
  if (!asked) return { detail: "is not a place that can be read" };
  const { form, branches } = asked;
  if (branches) return agreeingWith(named, branches, language);
  if (form === undefined) return named.name;
  return inCase(named, form, language) ?? { detail: `asks for a form that ${language} lacks` };
}

function agreeingWith(named: Named, branches: Branches, language: string) {
  const unknown = Object.keys(branches).find((one) => !branchNames.some((name) => name === one));
  if (unknown !== undefined) return { detail: `has the unknown branch ${unknown}` };
  const missing = agreementIn(language).filter((one) => !(one in branches));
  if (!("else" in branches) && missing.length > 0) {
    // An instrument is never a plural: the other genders must be there.
    const needed = missing.filter((one) => one !== "p");
    if (needed.length > 0) return { detail: `lacks the branch ${needed.join(", ")}` };
  }
  return agreeing(named, branches, language) ?? { detail: "agrees with a name of unknown gender" };
}

function inCase(named: Named, form: string, language: string): string | null {
  const given = (named.forms as Record<string, string | undefined> | undefined)?.[form];
  if (given !== undefined && form !== "gender") return given;
  switch (primaryOf(language)) {
    case "kk":
      return inKazakhCase(named.name, form as KazakhCase);
    case "fr":
      if (form === "dative") return afterA(named.name);
      return form === "genitive" ? genitiveOf(named, language) : null;
    default:
      return null;
  }
}

/** Whether what stands here begins a paragraph or a sentence. An item of a list goes on with the sentence above it. */
function begins(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  if (/^ {1,9}\d{1,3}\. $/.test(line)) return false;
  return line === "" || /[.!?؟] $/.test(line.slice(-2));
}
