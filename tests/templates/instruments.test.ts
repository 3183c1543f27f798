import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Block, Inline } from "#src/text/articles.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import { knownParties } from "#src/text/party-name.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { parseTemplate } from "#src/text/template.ts";

const folders = splitTemplates(await readFolder(templatesFolder));
const working = ["en", "ru", "ar", "kk"];

describe.each(Object.entries(folders))("the template %s", (_, files) => {
  const template = parseTemplate(files);
  const filled = (language: string, count = 3) => {
    const parties = [...knownParties.slice(-1), ...knownParties].slice(0, count);
    const markdown = fillTemplate(template, {
      language,
      languages: working,
      prevailing: "en",
      parties,
      variables: { place: "Astana" },
      reference: "DEP/2026/001",
    });
    return { markdown, text: parseText(markdown, language) };
  };

  test("is there in every working language, and reviewed by nobody yet", () => {
    expect(template.languages).toEqual(expect.arrayContaining(working));
    expect(template.reviewed).toBe("none");
  });

  test("refers to the same articles and names the same numbers in each language", () => {
    const english = filled("en").text.articles.map(({ blocks }) => marksOf(blocks));
    for (const language of working) {
      const own = filled(language).text.articles.map(({ blocks }) => marksOf(blocks));
      expect(own, language).toEqual(english);
    }
  });

  test.each(working)(
    "holds two parties and forty in %s, a State or an organisation",
    (language) => {
      for (const count of [2, 40]) {
        const { markdown, text } = filled(language, count);
        expect(markdown).not.toMatch(/\{\{|\}\}/);
        expect(text.preamble[0]).toMatchObject({ kind: "paragraph" });
        for (const { names } of knownParties.slice(0, count - 1)) {
          expect(markdown).toContain(names[language]);
        }
        expect(() => checkPrintable(markdown)).not.toThrow();
      }
    },
  );

  test("has paragraphs with sub-paragraphs, a table and references", () => {
    const { articles } = filled("en").text;
    const blocks = articles.flatMap((article) => article.blocks);
    expect(articles.length).toBeGreaterThanOrEqual(14);
    expect(blocks.some(({ kind }) => kind === "table")).toBe(true);
    expect(blocks.flatMap(inlinesOf).some(({ kind }) => kind === "reference")).toBe(true);
    const lists = blocks.filter((block) => block.kind === "list");
    expect(lists.some(({ items }) => items.flat().some(({ kind }) => kind === "list"))).toBe(true);
  });
});

/** The articles referred to and the numbers written, in one order whatever the language's own. */
function marksOf(blocks: Block[]): string[] {
  return blocks
    .flatMap(inlinesOf)
    .flatMap((inline) => {
      if (inline.kind === "reference") return [`article ${inline.article}`];
      return inline.kind === "text" ? (inline.text.match(/\d+/g) ?? []) : [];
    })
    .sort();
}

function inlinesOf(block: Block): Inline[] {
  if (block.kind === "list") return block.items.flat().flatMap(inlinesOf);
  if (block.kind === "quote") return block.blocks.flatMap(inlinesOf);
  if (block.kind === "table") return [block.header, ...block.rows].flat(2);
  return block.inlines;
}
