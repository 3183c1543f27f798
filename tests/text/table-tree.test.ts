import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { expect, test } from "vitest";
import { tableTree } from "#src/text/table-tree.ts";
import { trials } from "#tests/support/length.ts";

const read = (markdown: string, tree: typeof tableTree) =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [tree] });

test("tables are read as the package of that name reads them", () => {
  const cell = fc.constantFrom(
    "a",
    "",
    "**b**",
    "`c\\|d`",
    "`e\\\\|f`",
    "\\|",
    ":-",
    "---",
    "1. x",
    " ",
  );
  const row = fc
    .array(cell, { minLength: 1, maxLength: 4 })
    .map((cells) => `| ${cells.join(" | ")} |`);
  const rule = fc
    .array(fc.constantFrom("---", ":--", "--:", ":-:"), { minLength: 1, maxLength: 4 })
    .map((sides) => `| ${sides.join(" | ")} |`);
  const line = fc.oneof(row, rule, fc.constantFrom("text", "", "# H", "- item"));
  const text = fc.tuple(row, rule, fc.array(line, { maxLength: 6 })).map(([head, sides, more]) => {
    return [head, sides, ...more].join("\n");
  });
  fc.assert(
    fc.property(text, (markdown) => {
      expect(read(markdown, tableTree)).toEqual(read(markdown, gfmTableFromMarkdown()));
    }),
    { numRuns: trials({ short: 300, long: 20_000 }) },
  );
});
