import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import type { Block, Inline } from "#src/text/articles.ts";
import { parseText } from "#src/text/markdown.ts";

const parse = (body: string) => parseText(`# Title\n\n${body}`, "en");

function faults(markdown: string): string[] {
  try {
    parseText(markdown, "en");
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map(
      ({ line, column, detail }) => `${line}:${column} ${detail}`,
    );
  }
}

function words(inlines: Inline[]): string {
  return inlines.map((one) => (one.kind === "text" ? one.text : `<${one.kind}>`)).join("");
}

const firstWords = (blocks: Block[]) =>
  blocks.map((block) => (block.kind === "paragraph" ? words(block.inlines) : block.kind));

describe("a text as articles", () => {
  test("the title, the preamble and the articles, numbered by us", () => {
    const text = parse("Recalling …\n\n## Purpose\n\nOne.\n\n## Цель\n\nДва.");
    expect(text.title).toBe("Title");
    expect(firstWords(text.preamble)).toEqual(["Recalling …"]);
    expect(text.articles.map(({ number, heading, slug }) => [number, heading, slug])).toEqual([
      [1, "Purpose", "purpose"],
      [2, "Цель", "цель"],
    ]);
  });

  test("lists within lists, tables, faces and line breaks", () => {
    const text = parse(
      "## A\n\n3. one\n   1. **in**ner\n4. two\\\nmore\n\n| x | y |\n|---|---|\n| 1 | 2 |",
    );
    const [list, table] = text.articles[0]?.blocks ?? [];
    expect(list).toMatchObject({ kind: "list", ordered: true, start: 3 });
    if (list?.kind !== "list") return expect.unreachable();
    expect(list.items[0]?.[1]).toMatchObject({ kind: "list", items: [[{ kind: "paragraph" }]] });
    expect(firstWords(list.items[1] ?? [])).toEqual(["two<break>more"]);
    expect(table).toMatchObject({ kind: "table", rows: [[[{ text: "1" }], [{ text: "2" }]]] });
  });

  test("a reference finds its article by heading or number, in any script", () => {
    const text = parse("## A\n\nSee [x](#مادة-ب) and [x](#article-1).\n\n## مادة ب\n\nx");
    expect(text.articles[0]?.blocks[0]).toMatchObject({
      inlines: [
        { text: "See " },
        { kind: "reference", article: 2 },
        { text: " and " },
        { kind: "reference", article: 1 },
        { text: "." },
      ],
    });
  });
});

describe("what is text and nothing else", () => {
  test("HTML, templates and entities are printed as they were written", () => {
    const body = "## A\n\na <b>bold</b> {{x}} ${y}\n\n<script>alert(1)</script>";
    const text = parse(body);
    expect(firstWords(text.articles[0]?.blocks ?? [])).toEqual([
      "a <b>bold</b> {{x}} ${y}",
      "<script>alert(1)</script>",
    ]);
  });

  test("a web address is printed beside its words", () => {
    const text = parse("## A\n\n[the register](https://example.org/r)");
    expect(firstWords(text.articles[0]?.blocks ?? [])).toEqual([
      "the register (https://example.org/r)",
    ]);
  });
});

describe("what cannot be printed is named with line and column", () => {
  test.each([
    ["no title", "Text", "1:1 the text must begin with its title, # …"],
    ["a second title", "# A\n\n# B", "3:1 a second title"],
    [
      "an image",
      "# A\n\n## B\n\nx ![p](p.png)",
      "5:3 an image; an instrument holds words and tables",
    ],
    [
      "a script for a link",
      "# A\n\n[x](javascript:alert)",
      "3:1 a link that is neither a web address nor an article (javascript:alert)",
    ],
    [
      "a reference to nothing",
      "# A\n\n[x](#nowhere)",
      "3:1 a reference to an article that is not there (#nowhere)",
    ],
    ["code", "# A\n\n```\nx\n```", "3:1 a block of code; indent no line by four spaces"],
    ["an empty heading", "# A\n\n##\n\nx", "3:1 an article without a heading"],
  ])("%s", (_, markdown, fault) => {
    expect(faults(markdown)).toEqual([fault]);
  });

  test("a nesting deeper than 32 levels", () => {
    expect(faults(`# A\n\n${"> ".repeat(40)}x`)[0]).toContain("nested deeper than 32 levels");
  });

  test("more than 10,000 articles", () => {
    const many = "## x\n\n".repeat(10_001);
    expect(() => parse(many)).toThrow("more than 10000 articles");
  });
});

test("whatever a text holds it is read or refused, and never a fault", () => {
  const piece = fc.constantFrom(
    "# ",
    "## ",
    "1. ",
    "> ",
    "|",
    "*",
    "[",
    "](#a)",
    "`",
    "\n",
    "\n\n",
    "    ",
    "<",
    "x",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      faults(pieces.join(""));
    }),
  );
});

test("a megabyte in one paragraph and ten thousand articles are read", () => {
  expect(parse(`## A\n\n${"word ".repeat(180_000)}`).articles).toHaveLength(1);
  expect(parse("## Article\n\nText.\n\n".repeat(10_000)).articles).toHaveLength(10_000);
});
