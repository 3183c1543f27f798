import { whole } from "./numbering.ts";
import { changeOf, chosen } from "./read-inlines.ts";
import type { Change, WordBlock, WordCell, WordRow } from "./word-blocks.ts";
import { child, valOf, type XmlNode } from "./xml.ts";

/** What rows and cells may stand in: content controls, custom XML, tracked changes. */
const around = new Set(["sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"]);

/** Reads what a cell holds. */
export type ReadBlocks = (node: XmlNode, changes: Change[]) => WordBlock[];

/** The rows of a table, those in content controls too. */
export function readRows(node: XmlNode, read: ReadBlocks, changes: Change[]): WordRow[] {
  return node.children.flatMap((one): WordRow[] => {
    if (around.has(one.name)) return readRows(one, read, [...changes, ...changesOf(one)]);
    if (one.name === "AlternateContent") return readRows(chosen(one), read, changes);
    if (one.name !== "tr") return [];
    const properties = child(one, "trPr");
    // What happened to a row happened to all that it holds.
    const own = [...changes, ...(properties?.children ?? []).flatMap(changesOf)];
    const before = whole(valOf(properties, "gridBefore") ?? "0");
    return [{ cells: readCells(one, read, own), before, changes: own }];
  });
}

function readCells(node: XmlNode, read: ReadBlocks, changes: Change[]): WordCell[] {
  return node.children.flatMap((one): WordCell[] => {
    if (around.has(one.name)) return readCells(one, read, [...changes, ...changesOf(one)]);
    if (one.name === "AlternateContent") return readCells(chosen(one), read, changes);
    if (one.name !== "tc") return [];
    const properties = child(one, "tcPr");
    const merge = child(properties, "vMerge");
    const own = [...changes, ...(properties?.children ?? []).flatMap(changesOf)];
    return [
      {
        blocks: read(one, own),
        span: Math.min(100, Math.max(1, whole(valOf(properties, "gridSpan") ?? "1"))),
        continued: merge !== undefined && merge.attributes.val !== "restart",
        begins: merge?.attributes.val === "restart",
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
