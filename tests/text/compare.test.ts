import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ArticleChange,
  compareTexts,
  type ParagraphChange,
  type Run,
} from "#src/text/compare.ts";
import { formsOf } from "#src/text/forms.ts";
import { labelsOf } from "#src/text/list-labels.ts";
import { type Block, type Inline, parseText } from "#src/text/markdown.ts";
import { trials } from "#tests/support/length.ts";

type Side = "from" | "to";

/** Words with the marks of their faces, as `<b>word</b>`; spaces have none. */
function faced(text: string, { bold, italic }: { bold?: unknown; italic?: unknown }): string {
  if (!bold && !italic) return text;
  const [open, close] = [`<${bold ? "b" : ""}${italic ? "i" : ""}>`, "</>"];
  return text.replaceAll(/\S+/gu, `${open}$&${close}`);
}

/** What one side of a comparison reads, line by line in that side's order: names, numbers, words, cells. */
function side(articles: ArticleChange[], which: Side): string[] {
  const absent = which === "from" ? "inserted" : "deleted";
  const words = (runs: Run[]) =>
    runs
      .filter(({ kind }) => kind !== absent)
      .map((run) => faced(run.text, run))
      .join("")
      .replaceAll("</><b>", "")
      .replaceAll("</><i>", "")
      .replaceAll("</><bi>", "");
  const lines = ({ label, runs, table, kind }: ParagraphChange): string[] => {
    // A paragraph that became an item, or an item that became a paragraph, is one that changed.
    const counted = kind === "item" || kind === "paragraph";
    const own = counted ? (words(label) ? "item" : "paragraph") : kind;
    if (!table) return [[own, words(label), words(runs)].join("|")];
    const columns = table.columns.map(
      (change) => change !== (which === "from" ? "added" : "removed"),
    );
    return table.rows
      .filter(({ change }) => change !== (which === "from" ? "added" : "removed"))
      .map(({ header, cells }) => {
        const kept = cells.filter((_, at) => columns[at]).map(words);
        return [header ? "header" : "row", ...kept].join("|");
      });
  };
  return articles
    .filter((article) => article[which] !== null)
    .sort((a, b) => (a[which] ?? 0) - (b[which] ?? 0))
    .flatMap(({ name, paragraphs }) => [
      words(name),
      ...paragraphs
        .filter(({ change }) => change !== (which === "from" ? "added" : "removed"))
        .flatMap(lines),
    ]);
}

/** What a reader reads of an instrument, made from the parsed text and not from a comparison. */
function reading(markdown: string, language: string): string[] {
  const { title, preamble, articles, annexes } = parseText(markdown, language);
  const forms = formsOf(language);
  const words = (inlines: Inline[]) =>
    inlines
      .map((one) => {
        if (one.kind === "text") return faced(one.text, one);
        return one.kind === "break" ? "\n" : forms.reference(one.article);
      })
      .join("")
      .replaceAll("</><b>", "")
      .replaceAll("</><i>", "")
      .replaceAll("</><bi>", "");
  const linesOf = (block: Block, depth: number): string[] => {
    if (block.kind === "quote") return lines(block.blocks, depth);
    if (block.kind === "table") {
      const width = Math.max(block.header.length, ...block.rows.map((row) => row.length));
      return [block.header, ...block.rows].map((row, at) => {
        const cells = Array.from({ length: width }, (_, column) => words(row[column] ?? []));
        return [at === 0 ? "header" : "row", ...cells].join("|");
      });
    }
    if (block.kind !== "list") return [[block.kind, "", words(block.inlines)].join("|")];
    return block.items.flatMap((item, index) => {
      const label = labelsOf(language)[Math.min(depth, 2)]?.(block.start + index);
      const [first, ...rest] = item;
      const own = first?.kind === "paragraph" ? words(first.inlines) : "";
      const others = first?.kind === "paragraph" ? rest : item;
      return [["item", block.ordered ? label : "–", own].join("|"), ...lines(others, depth + 1)];
    });
  };
  const lines = (blocks: Block[], depth = 0) => blocks.flatMap((block) => linesOf(block, depth));
  return [
    ...["", `title||${title}`, ...lines(preamble)],
    ...articles.flatMap(({ number, heading, blocks }) => {
      return [forms.article(number), `article||${heading}`, ...lines(blocks)];
    }),
    ...annexes.flatMap(({ number, heading, blocks }) => {
      return [forms.annex(number, annexes.length), `annex||${heading}`, ...lines(blocks)];
    }),
  ];
}

const isSame = ({ change, moved, name }: ArticleChange) =>
  change === "same" && !moved && name.every(({ kind }) => kind === "same");

function changesIn(from: string, to: string): Run[] {
  const articles = compareTexts(from, to, "en");
  return articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs));
}

const text = (...articles: string[]) => ["# Title\n\nRecalling;", ...articles].join("\n\n");

describe("the runs give back what both texts read", () => {
  const word = fc.constantFrom(
    ..."the Parties will shall 16 1,000 Участники المشاركون، 協力する ความร่วมมือ “x” **b** *i* ***u***".split(
      " ",
    ),
    "[there](#article-1)",
    "[KZ: or not]",
    "\\*\\*",
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
  const item = (mark: string) => sentence.map((words) => `${mark}${words}`);
  const table = fc
    .record({
      header: fc.array(word, { minLength: 1, maxLength: 3 }),
      rows: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    })
    .map(({ header, rows }) => {
      const row = (cells: string[]) => `| ${header.map((_, at) => cells[at] ?? "").join(" | ")} |`;
      return [row(header), row(header.map(() => "---")), ...rows.map(row)].join("\n");
    });
  const block = fc.oneof(
    { weight: 3, arbitrary: sentence },
    { weight: 3, arbitrary: fc.oneof(...["1. ", "2. ", "- ", "> ", "> 1. ", "### "].map(item)) },
    fc.tuple(item("1. "), item("   1. "), item("   2. ")).map((all) => all.join("\n")),
    fc.tuple(item("1. "), item("   ")).map((all) => all.join("\n\n")),
    table,
  );
  const part = (mark: string) =>
    fc
      .tuple(fc.constantFrom("Aim", "Цель", "Scope"), fc.array(block, { maxLength: 5 }))
      .map(([head, all]) => [`${mark} ${head}`, ...all].join("\n\n"));
  const instrument = fc
    .tuple(
      fc.array(part("##"), { minLength: 1, maxLength: 5 }),
      fc.array(part("#"), { maxLength: 2 }),
    )
    .map(([articles, annexes]) => text(...articles, ...annexes));
  const numRuns = trials({ short: 120, long: 20_000 });
  const language = fc.constantFrom("en", "ru", "ar", "kk", "fr");

  test("of any two instruments, with their numbers, faces and cells", () => {
    fc.assert(
      fc.property(instrument, instrument, language, (from, to, language) => {
        const articles = compareTexts(from, to, language);
        expect(side(articles, "from")).toEqual(reading(from, language));
        expect(side(articles, "to")).toEqual(reading(to, language));
      }),
      { numRuns },
    );
  });

  test("and two that read differently are never said to be the same", () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(6), words: fc.oneof(word, block) });
    fc.assert(
      fc.property(instrument, edit, language, (from, { at, length, words }, language) => {
        const place = at % from.length;
        const to = from.slice(0, place) + words + from.slice(place + length);
        let wanted: string[];
        try {
          wanted = reading(to, language);
        } catch {
          return;
        }
        const articles = compareTexts(from, to, language);
        expect(side(articles, "to")).toEqual(wanted);
        const differs = JSON.stringify(wanted) !== JSON.stringify(reading(from, language));
        if (differs) expect(articles.every(isSame)).toBe(false);
      }),
      { numRuns: 2 * numRuns },
    );
  });

  test("and a text compared with itself has no change", () => {
    fc.assert(
      fc.property(instrument, language, (one, language) => {
        for (const article of compareTexts(one, one, language)) {
          expect(isSame(article)).toBe(true);
          expect(article.paragraphs.every((same) => same.change === "same")).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test("of whatever is written, no letter and no figure is lost", () => {
    const sign = fc.constantFrom(..."#-1.>|* \n\n\tab日ا![]()`");
    const any = fc.string({ unit: sign, maxLength: 60 });
    const letters = (words: string) => words.match(/[ab日ا]/gu)?.join("") ?? "";
    fc.assert(
      fc.property(any, any, (from, to) => {
        const articles = compareTexts(from, to, "en");
        const strip = (lines: string[]) =>
          letters(
            lines.map((line) => line.replace(/^[a-z]+\|[^|]*\||^(?:header|row)\|/, "")).join(""),
          );
        const unnamed = articles.map((one) => ({ ...one, name: [] }));
        expect(strip(side(unnamed, "from"))).toBe(letters(from));
        expect(strip(side(unnamed, "to"))).toBe(letters(to));
      }),
      { numRuns },
    );
  });
});

describe("articles are found again", () => {
  const a = "## Aim\n\n1. The aim is to learn.\n2. All may join.";
  const b = "## Scope\n\n1. Training is within it.\n2. Trade lies outside.";
  const c = "## Costs\n\n1. Each bears its own costs.\n2. Nothing is transferred.";
  const d = "## End\n\n1. Six months suffice for notice.\n2. Work begun goes on.";
  const told = (from: string, to: string) =>
    compareTexts(from, to, "en").map((one) => [one.from, one.to, one.change, one.moved]);

  test("one that moved is told from those that stayed", () => {
    expect(told(text(a, b, c, d), text(d, a, b, c))).toEqual([
      [0, 0, "same", false],
      [4, 1, "same", true],
      [1, 2, "same", false],
      [2, 3, "same", false],
      [3, 4, "same", false],
    ]);
  });

  test("as many as where the text is read, whatever stands before their headings", () => {
    const one = text("<div>\n## Aim\n\nx", "1. y\n\n   ## Inner", "## Scope\n\nz");
    const { articles } = parseText(one, "en");
    expect(compareTexts(one, one, "en").map(({ heading }) => heading)).toEqual([
      "Title",
      ...articles.map(({ heading }) => heading),
    ]);
  });

  test("one added, one removed and one with a new heading", () => {
    const renamed = c.replace("## Costs", "## Expenses");
    expect(told(text(a, b, c), text(a, d, renamed))).toEqual([
      [0, 0, "same", false],
      [1, 1, "same", false],
      [2, null, "removed", false],
      [null, 2, "added", false],
      [3, 3, "changed", false],
    ]);
  });
});

describe("words are found again", () => {
  const told = (from: string, to: string) =>
    changesIn(text(`## A\n\n${from}`), text(`## A\n\n${to}`))
      .filter(({ kind }) => kind !== "same")
      .map(({ kind, text }) => `${kind === "inserted" ? "+" : "-"}${text}`);

  test.each([
    [
      "The Parties shall meet once a year.",
      "The Parties will meet once a year.",
      ["-shall", "+will"],
    ],
    ["within 1,000 days of notice", "within 1,500 days of notice", ["-1,000", "+1,500"]],
    [
      "Участники будут встречаться ежегодно",
      "Стороны будут встречаться ежегодно",
      ["-Участники", "+Стороны"],
    ],
    ["両国は毎年会合する", "両国は隔年会合する", ["-毎", "+隔"]],
    ["the old rule stays here now", "the new law stays here now", ["-old rule", "+new law"]],
  ])("%s", (from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });

  test("a mark of direction that came is written out", () => {
    const from = text("## A\n\nالمادة (5) من الاتفاق");
    const to = text("## A\n\nالمادة \u200f(5) من الاتفاق");
    expect(changesIn(from, to)).toContainEqual({
      kind: "inserted",
      text: "\u200f",
      shown: "⟨RLM⟩",
    });
  });
});

describe("what a reader sees has changed, and nothing else", () => {
  const within = (from: string, to: string) =>
    compareTexts(text(`## A\n\n${from}`), text(`## A\n\n${to}`), "en")[1]?.paragraphs.filter(
      ({ change }) => change !== "same",
    ) ?? [];
  const told = (runs: Run[] = []) =>
    runs
      .map(({ kind, text, shown }) => {
        const sign = { same: "", inserted: "+", deleted: "-" }[kind];
        return sign + (shown ?? text);
      })
      .join("|");
  const rows = (change: ParagraphChange | undefined) =>
    change?.table?.rows.map(({ cells }) => cells.map(told).join(" / "));

  test("Markdown that reads the same is the same", () => {
    expect(within("a *b* __c__ [x](#a)", "a _b_ **c** [other words](#article-1)")).toEqual([]);
    expect(within("1. a\n2. b", "1) a\n5) b")).toEqual([]);
    expect(within("- a", "* a")).toEqual([]);
    expect(within("| a | b |\n|-|-|\n| c | d |", "|a|b|\n|:-|-:|\n|c|d|")).toEqual([]);
  });

  test("a face that changed", () => {
    expect(within("The **aim** is.", "The aim is.")[0]?.runs).toEqual([
      { kind: "same", text: "The " },
      { kind: "deleted", text: "aim", bold: true },
      { kind: "inserted", text: "aim" },
      { kind: "same", text: " is." },
    ]);
  });

  test("an item that came in, and the numbers that it changed", () => {
    const of = (...items: string[]) =>
      `1. Each:\n${items.map((one) => `   1. ${one}\n`).join("")}2. End.`;
    const changed = within(of("one", "two"), of("zero", "one", "two"));
    expect(changed.map(({ label, runs }) => [told(label), told(runs)])).toEqual([
      ["+(a)", "+zero"],
      ["-(a)|+(b)", "one"],
      ["-(b)|+(c)", "two"],
    ]);
  });

  test("one cell", () => {
    const of = (cell: string) => `| A | B |\n|-|-|\n| A1 | ${cell} |\n| A2 | B2 |`;
    expect(rows(within(of("old"), of("new"))[0])).toEqual(["A / B", "A1 / -old|+new", "A2 / B2"]);
  });

  test("a row and a column that came and went", () => {
    const older = "| A | B | C |\n|-|-|-|\n| A1 | B1 | C1 |\n| A2 | B2 | C2 |";
    const newer = "| A | C | D |\n|-|-|-|\n| A1 | C1 | D1 |\n| A0 | C0 | D0 |\n| A2 | C2 | D2 |";
    const [table] = within(older, newer);
    expect(table?.table?.columns).toEqual(["same", "removed", "same", "added"]);
    expect(rows(table)).toEqual([
      ...["A / -B / C / +D", "A1 / -B1 / C1 / +D1"],
      ...["+A0 /  / +C0 / +D0", "A2 / -B2 / C2 / +D2"],
    ]);
  });

  test("an empty row, column and heading", () => {
    const table = "| A |\n|-|\n| A1 |";
    expect(rows(within(table, `${table}\n| |`)[0])?.at(-1)).toBe("+⟨ ⟩");
    expect(rows(within(table, "| A | |\n|-|-|\n| A1 | |")[0])).toEqual(["A / +⟨ ⟩", "A1 / "]);
    expect(told(within("x", "x\n\n###")[0]?.runs)).toBe("+⟨ ⟩");
  });

  test("tables that share no column stand one after the other", () => {
    const changed = within("| A |\n|-|\n| a |", "| B | C |\n|-|-|\n| b | c |");
    expect(changed.map(({ change, kind }) => [change, kind])).toEqual([
      ["removed", "table"],
      ["added", "table"],
    ]);
  });

  test("a reference that means another article, though its number stayed", () => {
    const of = (...articles: string[]) =>
      text("## A\n\nSee [it](#article-2).", ...articles.map((one) => `## ${one}\n\nOf ${one}.`));
    const [, first] = compareTexts(of("Costs"), of("Scope", "Costs"), "en");
    expect(told(first?.paragraphs[1]?.runs)).toBe(
      "See |-Article\u00a02 ⟨Costs⟩|+Article\u00a02 ⟨Scope⟩|.",
    );
  });

  test("annexes have their own numbers, and what is no part of an instrument stands as written", () => {
    const one = `${text("## A\n\n1. See [gone](#nowhere).\n\n![x](y)")}\n\n# Annex\n\nx`;
    const [, article, annex] = compareTexts(one, one, "en");
    expect(article?.paragraphs.map(({ runs }) => told(runs))).toEqual([
      ...["A", "See [gone](#nowhere).", "![x](y)"],
    ]);
    expect([annex?.kind, told(annex?.name)]).toEqual(["annex", "Annex"]);
  });
});

describe("a megabyte is compared in bounded time", () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * seed) % 9973}`);
  /** Each case in its whole size (1) and in a part of it. */
  const cases: [string, (size: number) => [string, string]][] = [
    [
      "one paragraph of other words",
      (size) => [words(7, 180_000 * size).join(" "), words(11, 180_000 * size).join(" ")],
    ],
    [
      "every line another",
      (size) => [words(7, 90_000 * size).join(" a\n\n"), words(11, 90_000 * size).join(" b\n\n")],
    ],
    [
      "characters without spaces",
      (size) => ["協力合意".repeat(80_000 * size), "合意協力文".repeat(65_000 * size)],
    ],
    [
      "the same word again and again",
      (size) => ["word ".repeat(200_000 * size), "word word, ".repeat(90_000 * size)],
    ],
    [
      "nested lists",
      (size) => ["1. a b c\n".repeat(100_000 * size), "1. a d c\n".repeat(100_000 * size)],
    ],
    [
      "brackets and stars",
      (size) => ["[KZ: a] b* ".repeat(90_000 * size), "[AE: a] *b ".repeat(90_000 * size)],
    ],
    [
      "many paragraphs against few",
      (size) => ["a\n\n".repeat(330_000 * size), "a\n\n".repeat(1_000 * size)],
    ],
    [
      "ten thousand articles",
      (size) => ["## A\n\nx y.\n\n".repeat(9_000 * size), "## B\n\nx z.\n\n".repeat(9_000 * size)],
    ],
  ];

  /** The processor time of a comparison, in milliseconds; other programs take none of it. */
  function spent([from, to]: [string, string]): number {
    const [old, young] = [text(`## A\n\n${from}`), text(`## A\n\n${to}`)];
    const start = process.cpuUsage();
    compareTexts(old, young, "en");
    return process.cpuUsage(start).user / 1000;
  }

  test.each(cases)("%s", (_, make) => {
    // Eight times the text may take some thirty times as long, where a comparison of each with each takes 64 times. Below
    // 50 ms it is chance that is measured.
    const part = Math.max(spent(make(1 / 8)), 50);
    expect(spent(make(1)) / part).toBeLessThan(40);
  });
});
