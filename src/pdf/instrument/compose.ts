import { formsOf } from "#src/text/forms.ts";
import type { Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { type Block, heightOf, place } from "../typeset/flow.ts";
import { type Galley, newGalley } from "../typeset/galley.ts";
import { type Contents, contentsFrom } from "./contents.ts";
import { languageText } from "./language-text.ts";
import { frameFor, pageRoom } from "./page-design.ts";
import { drawRunningLines } from "./running-lines.ts";
import { setSideBySide } from "./side-by-side.ts";
import { signatureBlocks } from "./signature-page.ts";
import { drawWatermark } from "./watermark.ts";

export type Composition = { watermark?: string; textDigest?: string; fields?: boolean };

/** Sets all texts, then the signatures, then the headers and footers. */
export function composeInstrument(source: Source, texts: Text[], options: Composition): Galley {
  const guess = compose(source, texts, options, source.act ? false : "if-long");
  const long = guess.galley.sheets.length >= contentsFrom && !source.act;
  // The guess is wrong only near the number of pages that decides.
  const { galley } = long === guess.contents ? guess : compose(source, texts, options, long);
  const language = source.languages[0] ?? "en";
  const titles = new Map(texts.map((text) => [text.language, text.title]));
  drawRunningLines(galley, source.reference, titles);
  if (options.watermark) drawWatermark(galley, options.watermark, language);
  return galley;
}

function compose(
  source: Source,
  texts: Text[],
  options: Composition,
  contents: Contents,
): { galley: Galley; contents: boolean } {
  const galley = newGalley(source.languages[0] ?? "en", (one) => formsOf(one, source));
  const signatures = () =>
    options.fields === false ? [] : signatureBlocks(galley, source, options.textDigest);
  const layout = source.layout === "parallel" ? setSideBySide : setOneAfterAnother;
  const made = layout(galley, source, texts, contents, signatures);
  for (const draw of galley.later) draw();
  return { galley, contents: made };
}

/** Each text from a new page on; no page has signatures without some of the text that they sign. */
function setOneAfterAnother(
  galley: Galley,
  source: Source,
  texts: Text[],
  wanted: Contents,
  signatures: () => Block[],
): boolean {
  const set = texts.map((text) => languageText(galley, source, text));
  const bodies = set.map(({ preamble, parts }) => [...preamble, ...parts.flat()]);
  const signed = signatures();
  const end = bodies.at(-1)?.at(-1);
  if (end && signed.length > 0) end.keepNext = true;
  bodies.at(-1)?.push(...signed);
  const pages = set.reduce((sum, { head }, index) => {
    return sum + Math.ceil(heightOf([...head, ...(bodies[index] ?? [])]) / pageRoom);
  }, 0);
  const contents = wanted === "if-long" ? pages >= contentsFrom : wanted;
  for (const [index, { language }] of texts.entries()) {
    const frame = frameFor(language);
    const onNewPage = (all: Block[]) =>
      place(galley, frame, { sheet: galley.sheets.length, y: frame.top }, all);
    const { head = [], contents: table } = set[index] ?? {};
    const body = bodies[index] ?? [];
    if (contents) onNewPage([...head, ...(table?.() ?? [])]);
    onNewPage(contents ? body : [...head, ...body]);
  }
  return contents;
}
