import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { expect, test } from "vitest";
import { readPlain } from "#src/text/plain-piece.ts";

const parsed = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), { disable: { null: ["htmlFlow"] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children;

/** What is asked of a node: its kind, its words, its depth or numbers, and where it begins. */
function seen(node: Nodes): unknown {
  const { line, column } = node.position?.start ?? {};
  return {
    type: node.type,
    line,
    column,
    ...("value" in node && { value: node.value }),
    ...("depth" in node && { depth: node.depth }),
    ...(node.type === "list" && { ordered: node.ordered, start: node.start }),
    ...("children" in node && { children: node.children.map(seen) }),
  };
}

const words = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom("Party", "сторона", "الطرف", "әр", "2026", "(a)", "«x»"),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "-",
          "1.",
          "2)",
          "#",
          "##",
          "=",
          "---",
          "+",
          "",
          "  ",
          "\u00a0",
          "*b*",
          "|",
        ),
      },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(" "));
const line = fc
  .tuple(
    fc.constantFrom("", "", "", "# ", "## ", "1. ", "2. ", "3) ", "10. ", "- ", " ", "    ", "> "),
    words,
  )
  .map(([mark, rest]) => mark + rest);
const markdown = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n\n", "\n\n\n")), { maxLength: 8 })
  .map((lines) => lines.flat().join(""));

test("whatever is read without the parser is what the parser reads", () => {
  let read = 0;
  fc.assert(
    fc.property(markdown, (text) => {
      const mine = readPlain(text);
      if (mine === null) return;
      read++;
      expect(mine.map(seen)).toEqual(parsed(text).map(seen));
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});

test.each([
  "# Title\n\nThe Parties,\nhaving met,\n\n## Scope\n\n1. One.\n2. Two.\n\n## Term\n\nTen years.\n",
  "1. One.\n\n2. Two.\n\n10. Ten.\n\nAfter them.\n",
  "## الغرض\n\n1. يتعاون الطرفان.\n",
])("an ordinary text is read so: %j", (text) => {
  expect(readPlain(text)?.map(seen)).toEqual(parsed(text).map(seen));
});

test.each([
  "*stress*",
  "a  \nb",
  "    code",
  "1. One\n   more of it",
  "1. One\nlazily",
  "1. One\n\n   a second paragraph",
  "- bullet",
  "a\n---",
  "> quoted",
  "| a | b |",
  "a &amp; b",
  "[x](#y)",
  "## Closed ##",
])("anything else is left to the parser: %j", (text) => {
  expect(readPlain(text)).toBeNull();
});
