import { Refusal } from "#src/errors.ts";
import {
  type ActForm,
  type FormLine,
  type FormValue,
  type FormValues,
  listed,
  paragraphs,
} from "./act-form.ts";
import { capital } from "./capital.ts";
import { isolate } from "./isolate.ts";
import { literal } from "./literal.ts";
import { saidIn, suffices } from "./noun.ts";
import type { Named } from "./party-forms.ts";
import { placesOf, readPlaceholder } from "./placeholder.ts";

const blank = "……………………";
const place = /\{\{([^{}]*)\}\}/g;
const placeOfLine = /\{([^{}]*)\}/g;

/**
 * The act as Markdown in a language. Values are data: nothing in them is Markdown, and each keeps its own direction. A
 * name stands in the form that the sentence needs, and begins a sentence with a capital.
 * @throws Refusal `missing-text` for a language that the form does not have
 */
export function fillForm(form: ActForm, language: string, values: FormValues): string {
  const text = Object.hasOwn(form.texts, language) ? form.texts[language] : undefined;
  if (text === undefined) {
    throw new Refusal("missing-text", `The form ${form.name} has no ${language} text.`);
  }
  const own = (value: string) => isolate(literal(value), language);
  const said = (name: string) => form.lines[name]?.[language] ?? "";
  const places = placesOf(text);
  const filled = text.replaceAll(place, (whole, inner: string, at: number) => {
    const asked = readPlaceholder(inner);
    if (!asked) return whole;
    const { name } = asked;
    const value = values[name];
    const noun = asNoun(value, said, language);
    if (noun) {
      const words = own(saidIn(noun, asked, places, language));
      return begins(text, at) ? capital(words, language) : words;
    }
    if (paragraphs.includes(name) && Array.isArray(value)) return written(value, own);
    if (isLine(value)) return phrase(said(value.line), value.values ?? {}, own, language) || blank;
    if (!Object.hasOwn(listed, name)) {
      return typeof value === "string" && value !== ""
        ? own(saidIn(value, asked, places, language))
        : blank;
    }
    const line = said(listed[name as keyof typeof listed]);
    const rows = Array.isArray(value) ? value.filter((row) => typeof row !== "string") : [];
    if (rows.length === 0) return said("none");
    return rows.map((row) => `- ${phrase(line, row, own, language)}`).join("\n");
  });
  return language.startsWith("ru") ? withSo(filled) : filled;
}

/** A line of the form with its values, which are data, in a language; "" if the form has no such line. */
export function formLine(form: ActForm, language: string, { line, values = {} }: FormLine): string {
  return phrase(form.lines[line]?.[language] ?? "", values, (value) => value, language);
}

/** The names among the values that lack a form which the text needs, and so stand beside «сторона». */
export function unformed(form: ActForm, language: string, values: FormValues): string[] {
  const places = placesOf(form.texts[language] ?? "");
  return Object.entries(values).flatMap(([name, value]) => {
    const own = places.filter((one) => one.name === name);
    return isNamed(value) && !suffices(value, own, language) ? [value.name] : [];
  });
}

/** The value as a name; null if it is none. A line is one if it says how others agree with it. */
function asNoun(
  value: FormValues[string] | undefined,
  said: (name: string) => string,
  language: string,
): Named | null {
  if (isNamed(value)) return value;
  if (!isLine(value) || value.gender === undefined) return null;
  const name = phrase(said(value.line), value.values ?? {}, (one) => one, language);
  return { name, forms: { gender: value.gender } };
}

/** Whether what stands here begins a paragraph or a sentence. */
function begins(text: string, at: number): boolean {
  return /(?:^|\n|[.!?؟]\s)$/.test(text.slice(0, at));
}

/** «со 2 мая»: the preposition before «второго». */
function withSo(text: string): string {
  return text.replaceAll(/(?<=^|\s)с(?= \u2068?2 [а-я])/gm, "со");
}

/** Each line of each value as a paragraph of its own. */
function written(values: FormValues[string] & unknown[], own: (value: string) => string): string {
  const lines = values.flatMap((value) => (typeof value === "string" ? value.split("\n") : []));
  return lines
    .filter((line) => line.trim() !== "")
    .map(own)
    .join("\n\n");
}

function phrase(
  line: string,
  row: Record<string, FormValue>,
  own: (value: string) => string,
  language: string,
): string {
  // A person without an office leaves no comma behind.
  const worded = line.replaceAll(/[,،] \{([a-z_]+)\}/g, (whole, name: string) =>
    row[name] === "" ? "" : whole,
  );
  return worded.replaceAll(placeOfLine, (_, inner: string, at: number) => {
    const asked = readPlaceholder(inner);
    const value = asked ? row[asked.name] : undefined;
    if (!asked || value === undefined) return "";
    const words = own(saidIn(value, asked, [asked], language));
    return typeof value !== "string" && begins(worded, at) ? capital(words, language) : words;
  });
}

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && "name" in value && !Array.isArray(value);
}

function isLine(value: FormValues[string] | undefined): value is FormLine {
  return typeof value === "object" && "line" in value && !Array.isArray(value);
}
