import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import type { Block, Inline } from "#src/text/articles.ts";
import { parseText } from "#src/text/markdown.ts";
import { declaration } from "#tests/pdf/typeset/support/udhr.ts";

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

test.each(["en", "ru", "ar", "kk", "fr"])(
  "the Universal Declaration has thirty articles in %s",
  (tag) => {
    const { markdown, title } = declaration(tag);
    const text = parseText(markdown, tag);
    expect(text.title).toBe(title);
    expect(text.articles).toHaveLength(30);
    for (const { blocks } of text.articles) expect(blocks.length).toBeGreaterThan(0);
  },
);

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
    ["an annex without a heading", "# A\n\n#\n\nx", "3:1 an annex without a heading"],
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

  test("a nesting deeper than 32 levels, of quotes, of lists or by its indent", () => {
    const deep = "nested deeper than 32 levels";
    expect(faults(`# A\n\n${"> ".repeat(40)}x`)).toEqual([`3:65 ${deep}`]);
    expect(faults(`# A\n\n${"1. ".repeat(16_000)}x`)).toEqual([`3:98 ${deep}`]);
    expect(faults(`# A\n\n- x\n${" ".repeat(300)}- y`)).toEqual([`4:303 ${deep}`]);
  });

  test("more than 10,000 articles, with the first that is too many", () => {
    const many = "## x\n\n".repeat(10_001);
    expect(faults(`# A\n\n${many}`)).toEqual(["20003:1 more than 10000 articles"]);
  });

  test("far down a long text its line is still the text's own", () => {
    const long = `# A\n\n${"Words of a paragraph.\n\n## Heading\n\n".repeat(500)}![x](y)`;
    expect(faults(long)).toEqual(["2003:1 an image; an instrument holds words and tables"]);
  });

  test("an image or a reference within a heading", () => {
    expect(faults("# A ![p](q)\n\n## B [x](#article-1)")).toEqual([
      "1:5 an image; an instrument holds words and tables",
      "3:1 a reference within a heading",
    ]);
  });

  test("a reference to a heading that several articles have, unless by number", () => {
    const twice = (target: string) => `# A\n\n[x](${target})\n\n## B\n\nx\n\n## B\n\ny`;
    expect(faults(twice("#b"))[0]).toContain("several articles have");
    expect(faults(twice("#article-2"))).toEqual([]);
  });

  test("what the text policy refuses, written so that only the reader of Markdown sees it", () => {
    for (const hidden of ["&#x202e;", "&#8203;&#x2066;", "&ZeroWidthSpace;&zwj;", "&#xe0061;"]) {
      expect(faults(`# A\n\nx ${hidden} y`), hidden).toHaveLength(1);
      expect(faults(`# A ${hidden}\n\nx`), hidden).toHaveLength(1);
      expect(faults(`# A\n\n[x](https://a/${hidden})`), hidden).toHaveLength(1);
    }
    expect(firstWords(parse("e&#x301; &amp; &nbsp;").preamble)).toEqual(["\u00e9 & \u00a0"]);
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

test("pieces read one by one are the text read at once", () => {
  const block = fc.constantFrom(
    "Words, *bold* and\na second line.",
    "1. one\n2. two\n   - inner\n\n   more of two\n3. three",
    "> quoted\n\n> quoted apart",
    "- a\n\n- b",
    "| x | y |\n|---|---|\n| 1 | 2 |",
    "### Below",
    "<div>\n<!-- words -->",
    "Underlined\n---",
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const short = parse(`## A\n\n${blocks.join("\n\n")}`);
      // Padded to the length at which pieces are cut, and cut back after reading.
      const padding = `${"word ".repeat(300)}\n\n`;
      const long = parse(`## A\n\n${blocks.map((one) => `${padding}${one}`).join("\n\n")}`);
      const kept = (text: typeof short) =>
        text.articles.map(({ heading, blocks }) => ({
          heading,
          blocks: blocks.filter((one) => !firstWords([one])[0]?.startsWith("word word")),
        }));
      fc.pre(!blocks.some((one, at) => /^(1|-)/.test(one) && /^(1|-)/.test(blocks[at + 1] ?? "")));
      expect(kept(long)).toEqual(kept(short));
    }),
  );
});

describe("time goes by a text's length, whatever it holds", () => {
  test("a megabyte in one paragraph and ten thousand articles are read", () => {
    expect(parse(`## A\n\n${"word ".repeat(180_000)}`).articles).toHaveLength(1);
    expect(parse("## Article\n\nText.\n\n".repeat(10_000)).articles).toHaveLength(10_000);
  });

  test("a megabyte of lists, quotes and references in many articles is read", () => {
    const article =
      "## A\n\n1. The **Participants** will.\n   - See [x](#article-1).\n\n> Quoted.\n\n";
    expect(parse(article.repeat(10_000)).articles).toHaveLength(10_000);
  });

  test.each([
    ..."[,![,*a*,_a*_,**a**,>,1. ,<!-- ,<?,&,`a ,\u3000,==\n,a\n===\n".split(","),
    "1. a\n   - b\n",
    "> a\n\n",
    "[a](b",
    "a_b*",
    "|\n",
  ])("three hundred thousand characters of %j are read or refused", (mark) => {
    // Read at once, most of these take minutes, longer than a test may.
    faults(`# A\n\nx ${mark.repeat(300_000 / mark.length)}x`);
  });
});
