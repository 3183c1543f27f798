import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Block, Inline } from "#src/text/articles.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate, type Variable } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { checkPrintable } from "#src/text/printable.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate } from "#src/text/resolve-template.ts";

const folders = splitTemplates(await readFolder(templatesFolder));
const working = ["en", "ru", "ar", "kk", "fr"];

describe.each(Object.entries(folders))("the template %s", (_, files) => {
  const template = parseTemplate(files);
  const filled = (language: string, count = 3) => {
    const most = Math.min(count, template.maximumParties ?? count);
    const parties = [...knownParties.slice(-1), ...knownParties].slice(
      0,
      Math.max(most, template.minimumParties),
    );
    const markdown = fillTemplate(template, {
      language,
      languages: working,
      prevailing: "en",
      parties,
      variables: given(template.variables),
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
        const most = Math.min(count, template.maximumParties ?? count);
        for (const { names } of knownParties.slice(0, most - 1)) {
          expect(markdown).toContain(names[language]);
        }
        expect(() => checkPrintable(markdown)).not.toThrow();
      }
    },
  );

  test("is whole with every clause it allows", () => {
    for (const [topic, { allowed }] of Object.entries(template.clauses)) {
      for (const alternative of Object.keys(allowed)) {
        const clauses = { [topic]: alternative };
        const { variables } = resolveTemplate(template, clauses);
        const parties = knownParties.slice(0, template.maximumParties ?? 3);
        for (const language of template.languages) {
          const markdown = fillTemplate(template, {
            language,
            languages: template.languages,
            prevailing: "en",
            parties,
            clauses,
            variables: given(variables),
            reference: "DEP/2026/001",
          });
          expect(markdown).not.toMatch(/\{\{|\}\}/);
          expect(() => parseText(markdown, language)).not.toThrow();
        }
      }
    }
  });
});

/** A value for each variable that has no default. */
function given(variables: Record<string, Variable>): Record<string, unknown> {
  const values: Record<string, unknown> = {
    text: "Astana",
    date: "2026-11-23",
    number: 3,
    money: "EUR 1000.00",
    language: "en",
    party: knownParties[0]?.code,
  };
  return Object.fromEntries(
    Object.entries(variables)
      .filter(([, one]) => one.default === undefined && one.required !== false)
      .map(([name, one]) => [
        name,
        one.type === "choice" ? Object.keys(one.choices)[0] : values[one.type],
      ]),
  );
}

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
