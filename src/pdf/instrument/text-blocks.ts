import { directionOf } from "#src/text/languages.ts";
import type { Block as SourceBlock } from "#src/text/markdown.ts";
import type { Block } from "../typeset/flow.ts";
import { element } from "../typeset/structure.ts";
import { tableRows } from "../typeset/table.ts";
import { listBlocks } from "./list-blocks.ts";
import { set, size } from "./page-design.ts";
import { runsOf } from "./runs.ts";
import type { Setting } from "./setting.ts";

/** Turns the blocks of a text into blocks on the page, with their structure below `parent`. */
export function textBlocks(blocks: SourceBlock[], setting: Setting): Block[] {
  return blocks.flatMap((block) => oneBlock(block, setting));
}

function oneBlock(block: SourceBlock, setting: Setting): Block[] {
  switch (block.kind) {
    case "paragraph":
      return [paragraphBlock(block.inlines, setting)];
    case "heading":
      return [headingBlock(block.inlines, setting)];
    case "list":
      return listBlocks(block, setting, textBlocks);
    case "table":
      return tableBlocks(block, setting);
    case "quote": {
      const parent = element("BlockQuote", setting.parent);
      const indent = setting.indent + quoteIndent;
      return textBlocks(block.blocks, { ...setting, parent, indent });
    }
  }
}

const quoteIndent = 24;

/** The offset from the frame's left edge: an indent is on the side where lines begin. */
export function offset({ language, indent }: Setting): number {
  return directionOf(language) === "rtl" ? 0 : indent;
}

export function paragraphBlock(
  inlines: Extract<SourceBlock, { kind: "paragraph" }>["inlines"],
  setting: Setting,
): Block {
  const { galley, language, place, parent, indent } = setting;
  const width = setting.column.width - indent;
  const paragraph = set(
    galley,
    language,
    runsOf(inlines, galley.forms(language), setting.articles),
    place,
    {
      width,
      align: setting.column.align,
      even: setting.column.even ?? false,
    },
  );
  const owner = element("P", parent);
  return { kind: "text", paragraph, owner, x: offset(setting), before: 6 };
}

function headingBlock(
  inlines: Extract<SourceBlock, { kind: "heading" }>["inlines"],
  setting: Setting,
): Block {
  const { galley, language, place, parent, indent } = setting;
  const paragraph = set(
    galley,
    language,
    runsOf(inlines, galley.forms(language), setting.articles),
    place,
    {
      width: setting.column.width - indent,
      align: "start",
      style: "bold",
    },
  );
  const owner = element(`H${setting.level}`, parent);
  return { kind: "text", paragraph, owner, x: offset(setting), before: 12, keepNext: true };
}

function tableBlocks(table: Extract<SourceBlock, { kind: "table" }>, setting: Setting): Block[] {
  const { galley, language, place, parent, indent } = setting;
  return tableRows(
    galley,
    parent,
    table.header.map((cell) => runsOf(cell, galley.forms(language), setting.articles)),
    table.rows.map((row) =>
      row.map((cell) => runsOf(cell, galley.forms(language), setting.articles)),
    ),
    {
      left: offset(setting),
      width: setting.column.width - indent,
      size: size.table,
      language,
      direction: directionOf(language),
      before: 10,
      place,
      even: setting.column.even ?? false,
    },
  );
}
