import type { ParagraphChange } from "#src/text/compare.ts";
import { directionOf } from "#src/text/languages.ts";
import { margin, set, size, textWidth } from "../instrument/page-design.ts";
import type { Block } from "../typeset/flow.ts";
import { drawArtifact, type Galley } from "../typeset/galley.ts";
import { number } from "../typeset/paint.ts";
import { element, type StructureElement } from "../typeset/structure.ts";
import { tableRows } from "../typeset/table.ts";
import { changeRuns } from "./change-runs.ts";
import type { Lists } from "./lists.ts";

export type Page = { galley: Galley; language: string; section: StructureElement };

const indents = { level: 34, quote: 24, deepest: 180 };
const labelRoom = 60;

/** A paragraph of a comparison as printed, with a bar beside it if it has changed. */
export function paragraphBlocks(
  page: Page,
  change: ParagraphChange,
  lists: Lists,
  place: string,
): Block[] {
  const isChanged = change.change !== "same";
  if (change.table) {
    const rows = tableBlocks(page, change, lists.home(change), place);
    for (const [at, row] of change.table.rows.entries()) {
      const drawn = rows[at];
      if (drawn && row.change !== "same") drawn.drawn = (...where) => bar(page, ...where);
    }
    return rows;
  }
  const block = textBlock(page, change, lists, place);
  if (isChanged) block.drawn = (...where) => bar(page, ...where);
  return [block];
}

/** How far a paragraph is from the side where lines begin; its number hangs before it. */
function indentOf({ level, quotes }: ParagraphChange): number {
  return Math.min(level * indents.level + quotes * indents.quote, indents.deepest);
}

function textBlock(
  page: Page,
  change: ParagraphChange,
  lists: Lists,
  place: string,
): Extract<Block, { kind: "text" }> {
  const { galley, language } = page;
  const { kind, label, runs } = change;
  const heads = kind === "title" || kind === "article" || kind === "annex";
  const indent = heads ? 0 : indentOf(change);
  const rtl = directionOf(language) === "rtl";
  const width = textWidth - indent;
  const home = lists.home(change);
  const words = changeRuns(runs, language);
  const numbers = label.flatMap((run, at) => [
    ...(at > 0 ? [{ text: " " }] : []),
    ...changeRuns([run], language),
  ]);
  const hung = set(galley, language, numbers, place, { align: "start", width: labelRoom });
  // Two numbers, one of them struck out, do not fit before the line, so they go into it.
  const hangs = (hung.lines[0]?.width ?? 0) <= indents.level - 4 && hung.lines.length <= 1;
  const line = hangs || label.length === 0 ? words : [...numbers, { text: " " }, ...words];
  const paragraph = set(galley, language, line, place, {
    width,
    align: heads ? "center" : "start",
    style: heads || kind === "heading" ? "bold" : "regular",
    ...(heads && { size: size.heading }),
  });
  // One level below its parent, as PDF/UA requires: the preamble has no article heading.
  const structure = kind === "heading" && place === "" ? "H2" : structures[kind];
  const owner = element(structure, home.body);
  const x = rtl ? 0 : indent;
  const labelled = label.length > 0 && hangs && home.label;
  const labelX = rtl ? width + indents.level - labelRoom : indent - indents.level;
  return {
    ...{ kind: "text", paragraph, owner, x, before: heads ? 2 : 6 },
    ...(labelled && { label: { paragraph: hung, owner: labelled, x: labelX } }),
    ...((heads || kind === "heading") && { keepNext: true }),
  };
}

/** A heading of a part is a paragraph here; the number above is the part's heading. */
const structures: Record<ParagraphChange["kind"], string> = {
  title: "P",
  article: "P",
  annex: "P",
  heading: "H3",
  paragraph: "P",
  item: "P",
  source: "P",
  table: "Table",
};

function tableBlocks(
  { galley, language }: Page,
  change: ParagraphChange,
  home: { body: StructureElement },
  place: string,
) {
  const indent = indentOf(change);
  const [header, ...rows] = (change.table?.rows ?? []).map(({ cells }) =>
    cells.map((runs) => changeRuns(runs, language)),
  );
  return tableRows(galley, home.body, header ?? [], rows, {
    left: directionOf(language) === "rtl" ? 0 : indent,
    width: textWidth - indent,
    size: size.table,
    language,
    direction: directionOf(language),
    before: 10,
    place,
  });
}

/** A bar in the margin on the side where lines begin. */
function bar({ galley, language }: Page, sheet: number, top: number, height: number): void {
  const x = number(
    directionOf(language) === "rtl" ? margin.side + textWidth + 12 : margin.side - 12,
  );
  const line = `${x} ${number(top)} m ${x} ${number(top - height)} l S`;
  drawArtifact(galley, sheet, `q 0.35 G 1.5 w ${line} Q\n`);
}
