import type { Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { type Block, place } from "../typeset/flow.ts";
import { type Galley, newGalley } from "../typeset/galley.ts";
import { languageText } from "./language-text.ts";
import { frameFor } from "./page-design.ts";
import { drawRunningLines } from "./running-lines.ts";
import { setSideBySide } from "./side-by-side.ts";
import { signatureBlocks } from "./signature-page.ts";
import { drawWatermark } from "./watermark.ts";

export type Composition = { watermark?: string; textDigest?: string; fields?: boolean };

/** Sets all texts, then the signatures, and dresses the pages. */
export function composeInstrument(source: Source, texts: Text[], options: Composition): Galley {
  const language = source.languages[0] ?? "en";
  const galley = newGalley(language);
  const signatures = () =>
    options.fields === false ? [] : signatureBlocks(galley, source, options.textDigest);
  if (source.layout === "parallel") setSideBySide(galley, source, texts, signatures);
  else setOneAfterAnother(galley, source, texts, signatures);
  const titles = new Map(texts.map((text) => [text.language, text.title]));
  drawRunningLines(galley, source.reference, titles);
  if (options.watermark) drawWatermark(galley, options.watermark, language);
  return galley;
}

/** Each text from a new page on; no page holds signatures without some of the text that they sign. */
function setOneAfterAnother(
  galley: Galley,
  source: Source,
  texts: Text[],
  signatures: () => Block[],
): void {
  for (const [index, text] of texts.entries()) {
    const frame = frameFor(text.language);
    const { head, preamble, articles } = languageText(galley, source, text);
    const blocks = [...head, ...preamble, ...articles.flat()];
    if (index === texts.length - 1) {
      const last = blocks.at(-1);
      const signed = signatures();
      if (last && signed.length > 0) last.keepNext = true;
      blocks.push(...signed);
    }
    place(galley, frame, { sheet: galley.sheets.length, y: frame.top }, blocks);
  }
}
