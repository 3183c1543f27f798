import type { CodeLetter, LetterName, Says } from "#workflows/letters.ts";
import { capital } from "./capital.ts";
import { colonOf } from "./comma-of.ts";
import { escapeHtml } from "./escape-html.ts";
import { isolate } from "./isolate.ts";
import { directionOf } from "./languages.ts";
import { saidIn } from "./noun.ts";
import type { Named } from "./party-forms.ts";
import { placesOf, readPlaceholder } from "./placeholder.ts";

export type Letter = { subject: string; text: string; html: string };

/** The letter templates: content by `<letter>/<language>.md`. */
export type LetterTexts = Record<string, string>;

/** A phrase, or a name that a sentence may decline or agree with. */
export type LetterValue = string | Named;
export type LetterValues = Record<string, LetterValue>;

export type { CodeLetter };
/** What the sender of a letter with a code has to say in it. */
export type CodeValues<Name extends CodeLetter> = Record<
  Exclude<Says<Name>, "party"> | "link",
  string
> &
  Record<Extract<Says<Name>, "party">, Named>;

/** Fills the text of this letter in this language. Throws if there is no such text; see `renderLetter`. */
export function fillLetter(
  texts: LetterTexts,
  { name, language, values }: { name: LetterName; language: string; values: LetterValues },
): Letter {
  return renderLetter(textOf(texts, name, language), values, { language });
}

/** What the letter is about, in this language: its subject without what belongs to one occasion. */
export function occasionOf(texts: LetterTexts, name: LetterName, language: string): string {
  const [first = ""] = textOf(texts, name, language).split("\n");
  const said = first.replace(/^#\s+/, "").replace(/^\{\{reference\}\}\s*:\s*/, "");
  const ofNone = inGroups(said, () => "").replaceAll(/ – \{\{agreement\}\}|\{\{number\}\}/g, "");
  return ofNone.replaceAll(/\s+/g, " ").trim();
}

function textOf(texts: LetterTexts, name: LetterName, language: string): string {
  const text = texts[`${name}/${language}.md`];
  if (!text) throw new Error(`The letter ${name} has no ${language} text.`);
  return text;
}

/** What is left out if a value in it is empty: `[[Please answer by {{deadline}}.]]`. */
function inGroups(text: string, change: (inner: string) => string): string {
  const [first = "", ...others] = text.split("[[");
  const changed = others.map((part) => {
    const end = part.indexOf("]]");
    return end < 0 ? `[[${part}` : `${change(part.slice(0, end))}${part.slice(end + 2)}`;
  });
  return `${first}${changed.join("")}`;
}

/**
 * Fills a letter's template: `# ` its subject, then paragraphs, and a link on its own line as `[words]({{link}})`.
 * Values are data and print literally; a name takes the form that its sentence asks for, and what stands in `[[ ]]` is
 * left out if a value in it is empty. Throws if the template needs a value that is not given, and for a link that is not
 * a web address.
 */
export function renderLetter(
  markdown: string,
  given: LetterValues,
  { language }: { language: string },
): Letter {
  const { written, values } = said(markdown, given, language);
  const [first = "", ...blocks] = written
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replaceAll("\n", " ").trim())
    .filter((block) => block !== "");
  const own = (value: string) => isolate(value, language);
  const subject = fill(first.replace(/^#\s+/, ""), values, (value) =>
    value === "" ? "" : own(oneLine(value)),
  )
    .replaceAll(/ {2,}/g, " ")
    .trim();
  const text = blocks.map((block) => asText(block, values, own, colonOf(language))).join("\n\n");
  const body = blocks.map((block) => asHtml(block, values)).join("\n");
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="font: 16px/1.5 Georgia, 'Times New Roman', serif; max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem;">
${body}
</body>
</html>
`;
  return { subject, text: `${text}\n`, html };
}

/**
 * The template without groups that lack a value, and its values as phrases: each place that asks for a form of a name, or
 * begins a sentence with one, is a value of its own.
 */
function said(markdown: string, given: LetterValues, language: string) {
  const isEmpty = (name: string) => Object.hasOwn(given, name) && given[name] === "";
  const kept = inGroups(markdown, (inner) =>
    placesOf(inner).some(({ name }) => isEmpty(name)) ? "" : inner,
  );
  const values: Record<string, string> = {};
  const written = kept.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, inner: string, at: number) => {
    const asked = readPlaceholder(inner);
    const value = asked && Object.hasOwn(given, asked.name) ? given[asked.name] : undefined;
    if (!asked || value === undefined) return whole;
    const phrase = saidIn(value, asked, placesOf(kept), language);
    const isFirst = typeof value !== "string" && /(?:^|\n|[.!?؟]\s)$/.test(kept.slice(0, at));
    values[`${inner}@${at}`] = isFirst ? capital(phrase, language) : phrase;
    return `{{${inner}@${at}}}`;
  });
  return { written, values };
}

/** A value that is its own paragraph. */
const alone = /^\{\{[^{}]*\}\}$/;
const link = /^\[([^\]]+)\]\(([^)]+)\)$/;

/** A value within a sentence keeps its own direction, line by line; one on its own needs no mark. */
function asText(
  block: string,
  values: Record<string, string>,
  own: (value: string) => string,
  colon: string,
): string {
  const [, words, address] = block.match(link) ?? [];
  const isolated = (value: string) =>
    value
      .split(/\r\n|\r|\n/)
      .map(own)
      .join("\n");
  if (words && address)
    return `${fill(words, values, isolated)}${colon}\n${webAddress(address, values)}`;
  return alone.test(block) ? fill(block, values) : fill(block, values, isolated);
}

/** A value keeps its own direction, so that a Latin title does not reverse an Arabic sentence. */
function asHtml(block: string, values: Record<string, string>): string {
  const [, words, address] = block.match(link) ?? [];
  const isolated = (value: string) =>
    `<bdi>${escapeHtml(value).replaceAll(/\r\n|\r|\n/g, "<br>")}</bdi>`;
  if (words && address) {
    const href = escapeHtml(webAddress(address, values));
    return `<p><a href="${href}">${fill(words, values, isolated)}</a></p>`;
  }
  return alone.test(block)
    ? `<p dir="auto">${fill(block, values, isolated)}</p>`
    : `<p>${fill(block, values, isolated)}</p>`;
}

function webAddress(template: string, values: Record<string, string>): string {
  const address = fill(template, values, oneLine);
  if (!/^https?:\/\//.test(address)) throw new Error("A letter links to web addresses only.");
  return address;
}

function fill(
  template: string,
  values: Record<string, string>,
  write: (value: string) => string = (value) => value,
): string {
  return template.replaceAll(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`The letter needs a value for ${name}.`);
    return write(value);
  });
}

function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, " ");
}
