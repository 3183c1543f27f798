import { LRUCache } from "lru-cache";
import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Piece } from "./pieces.ts";
import { readPlain } from "./plain-piece.ts";
import { tableTree } from "./table-tree.ts";

/**
 * The parser's results, the least recently used dropped first. Saving, checking, approving and printing a text read the
 * same articles, and after an edit only one article is new. Parsing costs about thirty times as much as copying its result.
 */
const parsed = new LRUCache<string, RootContent[]>({
  // In bytes, estimated: two for a character, 400 for a node.
  maxSize: 16_000_000,
  maxEntrySize: 2_000_000,
  sizeCalculation: (nodes, markdown) => 2 * markdown.length + 400 * countOf(nodes) + 1,
});

/** The nodes of a piece, each with its line in the whole text. The caller may change them. */
export function readPiece({ markdown, line }: Piece): RootContent[] {
  const plain = readPlain(markdown);
  if (plain) return plain.map((node) => copy(node, line - 1));
  let nodes = parsed.get(markdown);
  if (!nodes) {
    nodes = fromMarkdown(markdown, options).children;
    parsed.set(markdown, nodes);
  }
  return nodes.map((node) => copy(node, line - 1));
}

const options = {
  // Blocks of HTML could reach across pieces; without them HTML is a paragraph's words.
  extensions: [gfmTable(), { disable: { null: ["htmlFlow"] } }],
  mdastExtensions: [tableTree],
};

function countOf(nodes: Nodes[]): number {
  let count = nodes.length;
  for (const node of nodes) if ("children" in node) count += countOf(node.children);
  return count;
}

/** A deep copy whose lines are moved down to those of the whole text. Offsets stay relative to the piece. */
function copy<Node extends Nodes>(node: Node, lines: number): Node {
  const copied = { ...node };
  if (node.position) {
    const { start } = node.position;
    copied.position = { ...node.position, start: { ...start, line: start.line + lines } };
  }
  if ("children" in copied) {
    copied.children = copied.children.map((child) => copy(child, lines)) as typeof copied.children;
  }
  return copied;
}
