import { Packer } from "docx";
import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Block, Inline } from "#src/text/articles.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate } from "#src/text/resolve-template.ts";
import { comparisonOf } from "#src/web/pages/drafting/word/export-comparison.ts";
import { importText } from "#src/web/pages/drafting/word/import-text.ts";
import { documentOf } from "#src/web/word/export-text.ts";
import { unzip } from "#tests/support/unzip.ts";
import { type Headings, usualHeadings } from "#workflows/headings.ts";

const templates = Object.values(splitTemplates(await readFolder(templatesFolder))).map(
  parseTemplate,
);
const texts = templates.flatMap((template) =>
  Object.entries(resolveTemplate(template).texts).map(([language, text]) => {
    const headings = usualHeadings({ binding: template.terms.binding !== false });
    return [`${template.name} ${language}`, language, text, headings] as const;
  }),
);

async function throughWord(
  markdown: string,
  language: string,
  headings: Headings = "articles",
): Promise<string> {
  const file = await Packer.toBuffer(documentOf(parseText(markdown, language), { headings }));
  return importText(toArrayBuffer(file), language, { headings }).text({}).markdown;
}

const toArrayBuffer = (file: Buffer) => new Uint8Array(file).buffer;

/** What prints, words in a row that look alike as one. */
function printed(blocks: Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph" || block.kind === "heading") {
      return { ...block, inlines: merged(block.inlines) };
    }
    if (block.kind === "list") return { ...block, items: block.items.map(printed) };
    if (block.kind === "quote") return { ...block, blocks: printed(block.blocks) };
    return {
      ...block,
      header: block.header.map(merged),
      rows: block.rows.map((r) => r.map(merged)),
    };
  });
}

function merged(inlines: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const one of inlines) {
    const last = out.at(-1);
    const alike = one.kind === "text" && last?.kind === "text" && one.bold === last.bold;
    if (alike && one.italic === last.italic) {
      out[out.length - 1] = { ...last, text: last.text + one.text };
    } else out.push(one);
  }
  return out;
}

const shape = (markdown: string, language: string) => {
  const { title, preamble, articles, annexes } = parseText(markdown, language);
  return {
    title,
    preamble: printed(preamble),
    articles: articles.map((article) => ({ ...article, blocks: printed(article.blocks) })),
    annexes: annexes.map((annex) => ({ ...annex, blocks: printed(annex.blocks) })),
  };
};

describe("a text to Word and back has the same articles", () => {
  test.each(texts)("%s", async (_, language, text, headings) => {
    expect(shape(await throughWord(text, language, headings), language)).toEqual(
      shape(text, language),
    );
  });

  test.each(["en", "ru", "fr"])("or sections for them, in %s", async (language) => {
    const [, , text = ""] =
      texts.find(([name]) => name === `memorandum-of-understanding ${language}`) ?? [];
    const file = await Packer.toBuffer(documentOf(parseText(text, language)));
    const imported = importText(toArrayBuffer(file), language, { headings: "sections" }).text({});
    const references = (markdown: string) => markdown.match(/\]\(#article-\d+\)/g);
    expect(references(imported.markdown)).toEqual(references(text));
    const links = imported.markdown.match(/\[[^\]]*\](?=\(#)/g) ?? [];
    expect(links.filter((words) => /rticle|тать/.test(words))).toEqual([]);
    const [first] = imported.findings;
    expect(first).toMatchObject({ kind: "articleNumber", lost: false });
  });

  test("with lists to the third level, tables, faces, an annex and words that look like Markdown", async () => {
    const text = `# Title\n\nRecalling *much*,\n\n## One\n\n1. First, see [Article 2](#article-2):
   1. **bold** words;
   2. deeper
      1. third level.
2. Second \\*starred\\* & \\[sic\\] <b>.

| a | b |
| - | - |
| *c* | d |

5. Fifth.
6. Sixth:

   3. third below.

## Two\n\nEnd [KZ: or not].\n\n# Annex\n\n- one\n- two\n`;
    expect(shape(await throughWord(text, "en"), "en")).toEqual(shape(text, "en"));
  });
});

describe("a comparison in Word", () => {
  const from =
    "# Title\n\n## One\n\n1. The Parties may cooperate.\n2. Gone.\n\n## Two\n\nSee [Article 1](#article-1).\n";
  const to =
    "# Title\n\n## One\n\n1. The Parties shall cooperate.\n\n## Two\n\nSee [Article 1](#article-1).\n\n## Three\n\nNew words.\n";
  const thread = {
    id: "t",
    version: 2,
    language: "en",
    begunAt: 2,
    quote: "shall cooperate",
    audience: "shared",
    article: 1,
    heading: "One",
    quoted: true,
    resolved: false,
    createdAt: "2026-11-26T08:00:00.000Z",
    comments: [
      {
        id: "1",
        person: { en: "Mariam" },
        party: "AE",
        body: "Why shall?",
        at: "2026-11-26T08:00:00.000Z",
      },
      {
        id: "2",
        person: { en: "Yerlan" },
        party: "KZ",
        body: "It binds.",
        at: "2026-11-26T09:00:00.000Z",
      },
    ],
  } as const;
  const by = { author: "Aigerim Nurlanova", date: "2026-11-26T10:00:00.000Z" };
  const made = Packer.toBuffer(
    comparisonOf({
      from,
      to,
      language: "en",
      by,
      threads: [{ ...thread, comments: [...thread.comments] }],
      nameOf: (person) => person.en ?? "",
    }),
  );

  test("has what came and what went as tracked changes, with their author and date", async () => {
    const document = unzip(await made)["word/document.xml"] ?? "";
    const changes = (tag: string) =>
      [...document.matchAll(new RegExp(`<w:${tag} ([^>]*)>(.*?)</w:${tag}>`, "gs"))].map(
        ([, attributes = "", inner = ""]) => ({
          attributes,
          words: [...inner.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)]
            .map(([, text]) => text)
            .join(""),
        }),
      );
    const [inserted, deleted] = [changes("ins"), changes("del")];
    expect(inserted.map(({ words }) => words).filter(Boolean)).toEqual([
      "shall",
      "Three",
      "New words.",
    ]);
    expect(deleted.map(({ words }) => words).filter(Boolean)).toEqual(["may", "Gone."]);
    for (const { attributes } of [...inserted, ...deleted]) {
      expect(attributes).toContain('w:author="Aigerim Nurlanova"');
      expect(attributes).toContain('w:date="2026-11-26T10:00:00');
    }
  });

  test("has the threads as comments, answers under what they answer", async () => {
    const files = unzip(await made);
    const comments = files["word/comments.xml"] ?? "";
    expect(comments).toContain("Why shall?");
    expect(comments).toContain("It binds.");
    expect(comments).toMatch(/w:author="Mariam"/);
    const document = files["word/document.xml"] ?? "";
    const [, around = ""] =
      /<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd/s.exec(document) ?? [];
    expect(around).toContain("shall");
  });

  test("brought back says what the newer version says", async () => {
    const { markdown } = importText(toArrayBuffer(await made), "en").text({ tracked: "accept" });
    expect(shape(markdown, "en")).toEqual(shape(to, "en"));
  });

  describe("of a text with faces, numbers, references and tables", () => {
    const older = `# Title\n\nRecalling *much*,\n\n## One\n\n1. First, see [Article 2](#article-2):
   1. **bold** words;
   2. gone words;
   3. more words.
2. Second.

| a | b | c |
| - | - | - |
| a1 | b1 | c1 |
| a2 | b2 | c2 |
| a3 | b3 | c3 |

5. Fifth.
6. Sixth.

## Two\n\nEnd [KZ: or not].\n\n# Annex\n\n- one\n- two\n`;
    const newer = older
      .replace("**bold** words", "plain words")
      .replace("   2. gone words;\n   3. more", "   2. more")
      .replace("| a | b | c |\n| - | - | - |", "| a | c | d |\n| - | - | - |")
      .replace("| a1 | b1 | c1 |", "| a1 | c9 | d1 |")
      .replace("| a2 | b2 | c2 |\n", "")
      .replace("| a3 | b3 | c3 |", "| a3 | c3 | d3 |")
      .replace("6. Sixth.", "6. Sixth.\n7. Seventh, of *Article 1*.")
      .replace("## Two", "## New\n\n1. New words.\n\n## Two")
      .replace("#article-2", "#article-3");
    const made = Packer.toBuffer(comparisonOf({ from: older, to: newer, language: "en", by }));
    const back = async (tracked: "accept" | "reject") =>
      importText(toArrayBuffer(await made), "en").text({ tracked }).markdown;

    test("accepted it is the newer text", async () => {
      expect(shape(await back("accept"), "en")).toEqual(shape(newer, "en"));
    });

    test("rejected it is the older text", async () => {
      expect(shape(await back("reject"), "en")).toEqual(shape(older, "en"));
    });

    test("shows no mark of Markdown, and in the table the cells that changed", async () => {
      const document = unzip(await made)["word/document.xml"] ?? "";
      const words = [...document.matchAll(/<w:(?:t|delText)[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      );
      for (const mark of ["**", "|", "](", "#", "1. "]) expect(words.join(" ")).not.toContain(mark);
      const deleted = [...document.matchAll(/<w:delText[^>]*>([^<]*)</g)].map(([, text]) => text);
      expect(deleted).not.toContain("a1");
      expect(deleted).toContain("b1");
    });
  });
});
