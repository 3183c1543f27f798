import type { CodeLetter, LetterName, Says } from "#workflows/letters.ts";
import { escapeHtml } from "./escape-html.ts";
import { isolate } from "./isolate.ts";
import { directionOf } from "./languages.ts";

export type Letter = { subject: string; text: string; html: string };

/** The letter templates: content by `<letter>/<language>.md`. */
export type LetterTexts = Record<string, string>;

export type { CodeLetter };
/** What the sender of a letter with a code has to say in it. */
export type CodeValues<Name extends CodeLetter> = Record<Says<Name> | "link", string>;

/** Fills the text of this letter in this language. Throws if there is no such text; see `renderLetter`. */
export function fillLetter(
  texts: LetterTexts,
  {
    name,
    language,
    values,
  }: { name: LetterName; language: string; values: Record<string, string> },
): Letter {
  return renderLetter(textOf(texts, name, language), values, { language });
}

/** What the letter is about, in this language: its subject without the reference and number of one occasion. */
export function occasionOf(texts: LetterTexts, name: LetterName, language: string): string {
  const [first = ""] = textOf(texts, name, language).split("\n");
  const said = first.replace(/^#\s+/, "").replace(/^\{\{reference\}\}\s*:\s*/, "");
  return said.replaceAll("{{number}}", "").replaceAll(/\s+/g, " ").trim();
}

function textOf(texts: LetterTexts, name: LetterName, language: string): string {
  const text = texts[`${name}/${language}.md`];
  if (!text) throw new Error(`The letter ${name} has no ${language} text.`);
  return text;
}

/**
 * Fills a letter's template: `# ` its subject, then paragraphs, and a link on its own line as `[words]({{link}})`.
 * Values are data and print literally. Throws if the template needs a value that is not given, and for a link that is
 * not a web address.
 */
export function renderLetter(
  markdown: string,
  values: Record<string, string>,
  { language }: { language: string },
): Letter {
  const [first = "", ...blocks] = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replaceAll("\n", " ").trim());
  const own = (value: string) => isolate(value, language);
  const subject = fill(first.replace(/^#\s+/, ""), values, (value) =>
    value === "" ? "" : own(oneLine(value)),
  ).trim();
  const text = blocks.map((block) => asText(block, values, own)).join("\n\n");
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

/** A value that is its own paragraph. */
const alone = /^\{\{[^{}]*\}\}$/;
const link = /^\[([^\]]+)\]\(([^)]+)\)$/;

/** A value within a sentence keeps its own direction, line by line; one on its own needs no mark. */
function asText(
  block: string,
  values: Record<string, string>,
  own: (value: string) => string,
): string {
  const [, words, address] = block.match(link) ?? [];
  const isolated = (value: string) =>
    value
      .split(/\r\n|\r|\n/)
      .map(own)
      .join("\n");
  if (words && address) return `${fill(words, values, isolated)}:\n${webAddress(address, values)}`;
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
