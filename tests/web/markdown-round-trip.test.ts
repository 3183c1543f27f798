import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Block, Inline, Text } from "#src/text/articles.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { partsOf } from "#src/text/parts.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate } from "#src/text/resolve-template.ts";
import type { EditorDocument, EditorNode } from "#src/web/pages/drafting/model/editor-document.ts";
import { fromEditor } from "#src/web/pages/drafting/model/from-editor.ts";
import { toEditor } from "#src/web/pages/drafting/model/to-editor.ts";
import { trials } from "#tests/support/length.ts";

const numRuns = trials({ short: 150, long: 5000 });
const templates = Object.values(splitTemplates(await readFolder(templatesFolder))).map(
  parseTemplate,
);

/** Every part into the editor and out again. */
const throughEditor = (markdown: string) =>
  partsOf(markdown)
    .map((part) => fromEditor(toEditor(part), part))
    .join("");

function parsed(markdown: string): Text | null {
  try {
    return parseText(markdown, "en");
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What prints: words in a row that have the same face are one, and spaces at a line's end are none. */
function printed(blocks: Block[]): unknown[] {
  return blocks.flatMap((block): unknown[] => {
    if (block.kind === "paragraph" || block.kind === "heading") {
      const inlines = merged(block.inlines);
      return inlines.length > 0 ? [{ ...block, inlines }] : [];
    }
    if (block.kind === "list") return [{ ...block, items: block.items.map(printed) }];
    if (block.kind === "quote") {
      const inner = printed(block.blocks);
      return inner.length > 0 ? [{ ...block, blocks: inner }] : [];
    }
    const width = Math.max(block.header.length, ...block.rows.map((row) => row.length));
    const row = (cells: Inline[][]) =>
      Array.from({ length: width }, (_, i) => merged(cells[i] ?? []));
    return [{ ...block, header: row(block.header), rows: block.rows.map(row) }];
  });
}

function merged(inlines: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const one of inlines) {
    const last = out.at(-1);
    if (one.kind === "text" && last?.kind === "text" && face(one) === face(last)) {
      out[out.length - 1] = { ...last, text: last.text + one.text };
    } else out.push(one);
  }
  return out.flatMap((one): Inline[] => (one.kind === "text" && one.text === "" ? [] : [one]));
}

const face = ({ bold, italic, text }: Extract<Inline, { kind: "text" }>) =>
  // A space has no face.
  text.trim() === "" ? "" : `${bold ?? false} ${italic ?? false}`;

const shape = (text: Text | null) =>
  text && {
    title: text.title,
    preamble: printed(text.preamble),
    articles: text.articles.map((article) => ({ ...article, blocks: printed(article.blocks) })),
    annexes: text.annexes.map((annex) => ({ ...annex, blocks: printed(annex.blocks) })),
  };

describe("Markdown into the editor and out again says the same", () => {
  const texts = templates.flatMap((template) =>
    Object.entries(resolveTemplate(template).texts).map(
      ([language, text]) => [`${template.name} ${language}`, text] as const,
    ),
  );
  test.each(texts)("%s", (_, text) => {
    expect(
      partsOf(text)
        .map(({ markdown }) => markdown)
        .join(""),
    ).toBe(text);
    expect(shape(parsed(throughEditor(text)))).toEqual(shape(parsed(text)));
  });

  const clauses = templates.flatMap(({ name, clauses }) =>
    Object.values(clauses).flatMap(({ allowed }) =>
      Object.entries(allowed).map(([clause, { texts }]) => [`${name} ${clause}`, texts] as const),
    ),
  );
  test.each(clauses)("the clause of %s", (_, texts) => {
    for (const text of Object.values(texts)) {
      const whole = `# T\n\n${text.replaceAll(/#article-\d+/g, "#article-1")}`;
      expect(shape(parsed(throughEditor(whole)))).toEqual(shape(parsed(whole)));
    }
  });

  test("whatever the lines of an article are", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `# Title\n\nRecalling\n\n## One\n\n${lines.join("\n")}\n\n## Two\n\nEnd.\n`;
        expect(
          partsOf(text)
            .map(({ markdown }) => markdown)
            .join(""),
        ).toBe(text);
        const before = shape(parsed(text));
        // What would be refused as a version is not promised to stay.
        fc.pre(before !== null);
        expect(shape(parsed(throughEditor(text)))).toEqual(before);
      }),
      { numRuns },
    );
  });
});

test("whatever is typed is printed as it was typed", () => {
  fc.assert(
    fc.property(fc.array(typedBlock, { minLength: 1, maxLength: 6 }), (blocks) => {
      const heading: EditorNode = { type: "heading", attrs: { level: 2 }, content: [words("One")] };
      const typed: EditorDocument = { type: "doc", content: [heading, ...blocks] };
      const part = { kind: "article", markdown: "## One\n" } as const;
      const written = fromEditor(typed, part);
      const text = parsed(`# T\n\n${written}`);
      expect(text?.articles.length).toBe(1);
      expect(plainOf(text?.articles[0]?.blocks ?? [])).toBe(typedWords(blocks));
    }),
    { numRuns },
  );
});

test("brackets of a party are written as they are typed", () => {
  const typed = "The Parties [KZ: shall] [AE, UN-X: should] cooperate [sic].";
  const content: EditorNode[] = [
    { type: "heading", attrs: { level: 2 }, content: [words("One")] },
    { type: "paragraph", content: [words(typed)] },
  ];
  const written = fromEditor({ type: "doc", content }, { kind: "article", markdown: "## One\n\n" });
  expect(written).toBe(
    "## One\n\nThe Parties [KZ: shall] [AE, UN-X: should] cooperate \\[sic].\n\n",
  );
});

const soup = fc.string({
  unit: fc.constantFrom(..."abЖع *_[]()#|<>&!`~\\-+=1.:\"'/".split(""), "**", "](#one)", "KZ: "),
  maxLength: 24,
});
const line = fc.oneof(
  fc.constant(""),
  soup,
  soup.map((text) => `1. ${text}`),
  soup.map((text) => `   1. ${text}`),
  soup.map((text) => `- ${text}`),
  soup.map((text) => `  ${text}`),
  soup.map((text) => `> ${text}`),
  soup.map((text) => `### ${text}`),
  fc.constantFrom("| a | b |", "| - | - |", "| *c* | [d](#two) |", "See [Article 2](#article-2)."),
  fc.constantFrom("**bold** *italic* ***both***", "a  ", "7. seven", "3) three", "[KZ: or] x"),
);

const words = (text: string): EditorNode => ({ type: "text", text });
const typedText = soup.map((text) => text.trim()).filter((text) => text !== "");
const typedParagraph = typedText.map(
  (text): EditorNode => ({ type: "paragraph", content: [words(text)] }),
);
const typedList = fc
  .tuple(fc.constantFrom("orderedList", "bulletList"), fc.array(typedParagraph, { minLength: 1 }))
  .map(
    ([type, items]): EditorNode => ({
      type,
      content: items.map((item) => ({ type: "listItem", content: [item] })),
    }),
  );
const typedBlock = fc.oneof(typedParagraph, typedParagraph, typedList);

const squeezed = (text: string) => text.replaceAll(/\s+/g, " ").trim();

function typedWords(nodes: EditorNode[]): string {
  return nodes
    .map((node) => (node.text ? squeezed(node.text) : typedWords(node.content ?? [])))
    .join("|");
}

function plainOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "list") return block.items.map(plainOf).join("|");
      if (block.kind !== "paragraph") return `<${block.kind}>`;
      return squeezed(block.inlines.map((one) => (one.kind === "text" ? one.text : "")).join(""));
    })
    .join("|");
}
