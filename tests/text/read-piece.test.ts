import fc from "fast-check";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { readPiece } from "#src/text/read-piece.ts";

const words = fc.constantFrom(
  "*the*",
  "**Parties**",
  "[1](#a)",
  "| a | b |",
  "- x",
  "> y",
  "\n",
  "",
);
const markdown = fc.array(words, { maxLength: 40 }).map((parts) => parts.join("\n"));

test("a piece that was read before is read the same, and each reading is its own", () => {
  fc.assert(
    fc.property(markdown, (markdown) => {
      const first = readPiece({ markdown, line: 1 });
      const seen = structuredClone(first);
      for (const node of first) spoil(node);
      expect(readPiece({ markdown, line: 1 })).toEqual(seen);
    }),
  );
});

test("its lines are those of the text it stands in", () => {
  fc.assert(
    fc.property(markdown, fc.integer({ min: 1, max: 100_000 }), (markdown, line) => {
      const lines = linesOf(readPiece({ markdown, line: 1 }));
      const lower = linesOf(readPiece({ markdown, line }));
      expect(lower).toEqual(lines.map((one) => one + line - 1));
    }),
  );
});

function linesOf(nodes: Nodes[]): number[] {
  return nodes.flatMap((node) => [
    node.position!.start.line,
    ...("children" in node ? linesOf(node.children) : []),
  ]);
}

/** Changes all that a caller could change. */
function spoil(node: Nodes): void {
  if (node.position) node.position.start.line = -1;
  if ("value" in node) node.value = "";
  if (!("children" in node)) return;
  for (const child of node.children) spoil(child);
  node.children.length = 0;
}
