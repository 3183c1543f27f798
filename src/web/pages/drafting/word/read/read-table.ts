import { changeOf } from "./changes.ts";
import { whole } from "./numbering.ts";
import { chosen } from "./read-inlines.ts";
import type { Change, WordBlock, WordCell, WordRow } from "./word-blocks.ts";
import { child, isOn, valOf, type XmlNode } from "./xml.ts";

/** Elements without rows or cells. Any other wrapper is replaced by its content. */
const properties = new Set([
  "tblPr",
  "tblGrid",
  "tblPrEx",
  "trPr",
  "sdtPr",
  "sdtEndPr",
  "customXmlPr",
]);

/** Reads a cell's content. */
export type ReadBlocks = (node: XmlNode, changes: Change[], hidden: boolean) => WordBlock[];

/** The rows of a table, including those in content controls. */
export function readRows(node: XmlNode, read: ReadBlocks, changes: Change[]): WordRow[] {
  return node.children.flatMap((one): WordRow[] => {
    if (properties.has(one.name)) return [];
    if (one.name === "AlternateContent") return readRows(chosen(one), read, changes);
    if (one.name !== "tr") return readRows(one, read, [...changes, ...changesOf(one)]);
    const ofRow = child(one, "trPr");
    // A tracked change of a row applies to all of its content.
    const own = [...changes, ...(ofRow?.children ?? []).flatMap(changesOf)];
    const before = whole(valOf(ofRow, "gridBefore") ?? "0");
    const hidden = isOn(child(ofRow, "hidden")) ?? false;
    const readCell: ReadCell = (cell, all) => read(cell, all, hidden);
    return [{ cells: readCells(one, readCell, own), before, changes: own }];
  });
}

type ReadCell = (node: XmlNode, changes: Change[]) => WordBlock[];

function readCells(node: XmlNode, read: ReadCell, changes: Change[]): WordCell[] {
  return node.children.flatMap((one): WordCell[] => {
    if (properties.has(one.name)) return [];
    if (one.name === "AlternateContent") return readCells(chosen(one), read, changes);
    if (one.name !== "tc") return readCells(one, read, [...changes, ...changesOf(one)]);
    const ofCell = child(one, "tcPr");
    const merges = ["vMerge", "hMerge"].flatMap((name) => child(ofCell, name) ?? []);
    const own = [...changes, ...(ofCell?.children ?? []).flatMap(changesOf)];
    return [
      {
        blocks: read(one, own),
        span: Math.min(100, Math.max(1, whole(valOf(ofCell, "gridSpan") ?? "1"))),
        continued: merges.some(({ attributes }) => attributes.val !== "restart"),
        begins:
          merges.some(({ attributes }) => attributes.val === "restart") ||
          child(ofCell, "cellMerge") !== undefined,
        changes: own,
      },
    ];
  });
}

function changesOf(node: XmlNode): Change[] {
  if (["ins", "moveTo", "cellIns"].includes(node.name)) return [changeOf(node, "inserted")];
  if (["del", "moveFrom", "cellDel"].includes(node.name)) return [changeOf(node, "deleted")];
  return [];
}
