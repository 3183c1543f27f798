import {
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import type { Block, Inline } from "#src/text/articles.ts";
import type { Forms } from "#src/text/forms.ts";
import { dashes, listNumbering, type Start } from "./numbering.ts";
import { runsOf } from "./runs.ts";

export type Setting = {
  language: string;
  rtl: boolean;
  /** What is printed around the text. */
  forms: Forms;
  /** Returns a number for the next list, because each list counts separately. */
  nextList: () => number;
  /** Lists that do not start at one, by their numbering. */
  starts: Map<string, Start>;
};

type Nesting = { numbering?: IParagraphOptions["numbering"]; level: number; quoted?: boolean };

/** The blocks of an article as Word's paragraphs and tables. */
export function wordBlocksOf(
  blocks: Block[],
  setting: Setting,
  place: Nesting = { level: -1 },
): (Paragraph | Table)[] {
  let numbering = place.numbering;
  return blocks.flatMap((block): (Paragraph | Table)[] => {
    const own = numbering;
    // Only the first paragraph of an item is numbered.
    numbering = undefined;
    switch (block.kind) {
      case "paragraph":
        return [
          paragraph(runsOf(block.inlines, setting), setting, {
            ...place,
            numbering: own,
          }),
        ];
      case "heading": {
        const children = runsOf(block.inlines, setting);
        return [
          new Paragraph({ heading: HeadingLevel.HEADING_3, bidirectional: setting.rtl, children }),
        ];
      }
      case "quote":
        return wordBlocksOf(block.blocks, setting, { ...place, quoted: true });
      case "table":
        return [table(block.header, block.rows, setting)];
      case "list": {
        const level = place.level + 1;
        const begin = { level: Math.min(level, 4), start: block.start };
        const reference = block.ordered ? listNumbering(begin) : dashes;
        if (block.ordered && block.start !== 1) setting.starts.set(reference, begin);
        const instance = setting.nextList();
        return block.items.flatMap((item) =>
          wordBlocksOf(item, setting, {
            level,
            numbering: { reference, level: Math.min(level, 4), instance },
          }),
        );
      }
      default:
        return [];
    }
  });
}

export function paragraph(
  children: ParagraphChild[],
  { rtl }: Pick<Setting, "rtl">,
  { numbering, level, quoted }: Nesting,
): Paragraph {
  const inItem = level >= 0 && !numbering;
  return new Paragraph({
    children,
    bidirectional: rtl,
    spacing: { after: 120 },
    ...(numbering && { numbering }),
    ...(quoted && { style: "Quote" }),
    ...(inItem && { indent: { start: 567 * (level + 1) } }),
  });
}

function table(header: Inline[][], rows: Inline[][][], setting: Setting): Table {
  const { rtl } = setting;
  const row = (cells: Inline[][], first: boolean) =>
    new TableRow({
      tableHeader: first,
      children: cells.map(
        (cell) =>
          new TableCell({
            children: [new Paragraph({ bidirectional: rtl, children: runsOf(cell, setting) })],
          }),
      ),
    });
  return new Table({
    visuallyRightToLeft: rtl,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}
