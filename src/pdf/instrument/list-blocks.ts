import { Refusal } from "#src/errors.ts";
import { directionOf } from "#src/text/languages.ts";
import { labelsOf } from "#src/text/list-labels.ts";
import type { Block as SourceBlock } from "#src/text/markdown.ts";
import type { Block } from "../typeset/flow.ts";
import type { Paragraph } from "../typeset/lines.ts";
import { element } from "../typeset/structure.ts";
import { set } from "./page-design.ts";
import type { Setting } from "./setting.ts";

type List = Extract<SourceBlock, { kind: "list" }>;

/**
 * A list with its numbers hanging beside the text, in the language's own form for the depth. `textBlocks` sets the
 * blocks inside an item, including nested lists.
 *
 * @throws Refusal `invalid-source` if the indents leave no room for text
 */
export function listBlocks(
  list: List,
  setting: Setting,
  textBlocks: (blocks: SourceBlock[], setting: Setting) => Block[],
): Block[] {
  const { galley, language, place } = setting;
  const { width } = setting.column;
  const numbering = list.ordered ? numberings[Math.min(setting.depth, 2)] : "Disc";
  const owner = element("L", setting.parent, {
    attributes: { O: "List", ListNumbering: numbering ?? "Decimal" },
  });
  const label = labelsOf(language)[Math.min(setting.depth, 2)] ?? String;
  const texts = list.items.map((_, i) => (list.ordered ? label(list.start + i) : "–"));
  const labels = texts.map((text) =>
    set(galley, language, [{ text }], place, { align: "start", width: labelRoom }),
  );
  const widest = Math.max(0, ...labels.map((paragraph) => paragraph.lines[0]?.width ?? 0));
  const hang = Math.min(Math.max(narrowestHang, widest + labelGap), width / 3);
  if (width - setting.indent - hang < narrowest) {
    throw new Refusal("invalid-source", "A list is nested too deeply to be printed.", {
      errors: [{ detail: `${place}: a list at depth ${setting.depth + 1}` }],
    });
  }
  return list.items.flatMap((item, index) => {
    const entry = element("LI", owner);
    const labelOwner = element("Lbl", entry);
    const body = element("LBody", entry);
    const inner = {
      ...setting,
      parent: body,
      indent: setting.indent + hang,
      depth: setting.depth + 1,
    };
    const blocks = textBlocks(item, inner);
    const paragraph = labels[index];
    const first = blocks[0];
    const x = directionOf(language) === "rtl" ? width - setting.indent - labelRoom : setting.indent;
    if (paragraph && first?.kind === "text") first.label ??= { paragraph, owner: labelOwner, x };
    else if (paragraph) blocks.unshift(loneLabel(paragraph, labelOwner, x));
    return blocks;
  });
}

const narrowest = 100;
const labelRoom = 60;
const labelGap = 7;
const narrowestHang = 24;
const numberings = ["Decimal", "LowerAlpha", "LowerRoman"];

function loneLabel(paragraph: Paragraph, owner: Setting["parent"], x: number): Block {
  return { kind: "text", paragraph, owner, x, before: 6, keepNext: true };
}
