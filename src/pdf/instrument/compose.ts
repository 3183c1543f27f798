import { Refusal } from "#src/errors.ts";
import type { Text } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { type Block, place } from "../typeset/flow.ts";
import type { Cursor } from "../typeset/frame.ts";
import { type Galley, newGalley } from "../typeset/galley.ts";
import { languageText } from "./language-text.ts";
import { frameFor } from "./page-design.ts";
import { drawRunningLines } from "./running-lines.ts";
import { signatureBlocks } from "./signature-page.ts";
import { drawWatermark } from "./watermark.ts";

export type Composition = { watermark?: string; textDigest?: string; fields?: boolean };

/** Sets all texts one after another, each from a new page on, then the signatures. */
export function composeInstrument(source: Source, texts: Text[], options: Composition): Galley {
  const language = source.languages[0] ?? "en";
  if (source.layout === "parallel") {
    throw new Refusal("invalid-source", "The parallel layout is not offered yet.", {
      errors: [{ detail: "layout: parallel", pointer: "/layout" }],
    });
  }
  const galley = newGalley(language);
  const cursor: Cursor = { sheet: -1, y: 0 };
  for (const [index, text] of texts.entries()) {
    const frame = frameFor(text.language);
    cursor.sheet = galley.sheets.length;
    cursor.y = frame.top;
    const blocks = languageText(galley, source, text, cursor);
    if (index === texts.length - 1 && options.fields !== false) {
      keepWithSignatures(blocks);
      blocks.push(...signatureBlocks(galley, source, options.textDigest));
    }
    place(galley, frame, cursor, blocks);
  }
  const titles = new Map(texts.map((text) => [text.language, text.title]));
  drawRunningLines(galley, source.reference, titles);
  if (options.watermark) drawWatermark(galley, options.watermark, language);
  return galley;
}

/** No page holds signatures without some of the text that they sign. */
function keepWithSignatures(blocks: Block[]): void {
  const last = blocks.at(-1);
  if (last) last.keepNext = true;
}
