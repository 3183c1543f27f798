import type { BlockContent, DefinitionContent, RootContent, Table } from "mdast";
import type { Block, Inline } from "./articles.ts";
import { readInlines } from "./inlines.ts";
import { fault, type Reading } from "./reading.ts";

type Node = RootContent | BlockContent | DefinitionContent;

const maxDepth = 32;

/** The blocks of an article or a preamble; adds anything unprintable to the reading's faults. */
export function readBlocks(nodes: Node[], reading: Reading, depth = 1): Block[] {
  if (depth > maxDepth) {
    fault(reading, nodes[0], `nested deeper than ${maxDepth} levels`);
    return [];
  }
  return nodes.flatMap((node) => readBlock(node, reading, depth));
}

function readBlock(node: Node, reading: Reading, depth: number): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", inlines: readInlines(node.children, reading) }];
    case "heading":
      return [{ kind: "heading", inlines: readInlines(node.children, reading) }];
    case "list": {
      const items = node.children.map(({ children }) => readBlocks(children, reading, depth + 1));
      return [{ kind: "list", ordered: node.ordered ?? false, start: node.start ?? 1, items }];
    }
    case "blockquote":
      return [{ kind: "quote", blocks: readBlocks(node.children, reading, depth + 1) }];
    case "table":
      return [readTable(node, reading)];
    case "code":
      fault(reading, node, "a block of code; indent no line by four spaces");
      return [];
    case "thematicBreak":
      fault(reading, node, "a rule across the page");
      return [];
    case "definition":
      fault(reading, node, "a link defined apart from its text");
      return [];
    default:
      fault(reading, node, `something that an instrument cannot hold (${node.type})`);
      return [];
  }
}

function readTable({ children }: Table, reading: Reading): Block {
  const rows: Inline[][][] = children.map((row) =>
    row.children.map((cell) => readInlines(cell.children, reading)),
  );
  const [header = [], ...body] = rows;
  return { kind: "table", header, rows: body };
}
