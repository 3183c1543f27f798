import { Refusal } from "#src/errors.ts";
import { parseText } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { type Composition, composeInstrument } from "./instrument/compose.ts";
import type { Attachment } from "./typeset/attachments.ts";
import { printGalley } from "./typeset/print.ts";

/**
 * Typesets an instrument: PDF/A-2a and PDF/UA-1, A4, every language from a new page on, with an empty signature field
 * for each party (`Party-KZ`; `Party-1` by position if it has no code) and one named `Seal`. The same source and
 * options give the same bytes.
 *
 * `date` (RFC 3339) becomes the date of the file and `id` its identifier; neither comes from a clock. `attachSource`
 * embeds the source folder's files, and makes the file PDF/A-3a. `watermark` is printed diagonally under each page;
 * `textDigest` (hex) appears below the signatures.
 *
 * @throws Refusal `missing-text` if a language has no text, `unprintable-character` with every character that no font
 * prints, `invalid-source` if something cannot be set
 */
export async function typesetInstrument(
  source: Source,
  options: Composition & { date: string; id: string; attachSource?: boolean },
): Promise<{ pdf: Uint8Array; pages: number; fields: string[] }> {
  if (Number.isNaN(Date.parse(options.date))) throw new TypeError(`not a date: ${options.date}`);
  const texts = source.languages.map((language) => {
    const markdown = source.texts[language];
    if (markdown === undefined) {
      throw new Refusal("missing-text", `There is no text in the language ${language}.`, {
        errors: [{ detail: `no text in ${language}`, pointer: `/texts/${language}` }],
      });
    }
    return parseText(markdown, language, { isolates: source.act === true });
  });
  const galley = composeInstrument(source, texts, options);
  const titles = texts.map(({ language, title }): [string, string] => [
    language,
    title || source.title[language] || source.reference,
  ]);
  const { reference } = source;
  const { date, id } = options;
  const attachments = options.attachSource ? await sourceFiles(source) : [];
  const pdf = await printGalley(galley, { titles, reference, date, id }, attachments);
  return { pdf, pages: galley.sheets.length, fields: galley.fields.map(({ name }) => name) };
}

async function sourceFiles(source: Source): Promise<Attachment[]> {
  // Loaded here, because nothing else needs the YAML parser.
  const { writeSource } = await import("#src/text/source.ts");
  return Object.entries(writeSource(source)).map(([name, text]) => ({
    name,
    type: name.endsWith(".md") ? "text/markdown" : "application/yaml",
    bytes: new TextEncoder().encode(text),
  }));
}
