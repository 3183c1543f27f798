import { expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import { parseTemplate, templateDigest } from "#src/text/template.ts";

const clause = (words: string, terms: string, variables = "") => ({
  "clause.yaml": `reviewed: none
source: VCLT article 24(1)
label: { en: A clause, ru: Оговорка }
${variables}terms: ${terms}
`,
  "en.md": `## Entry into force\n\n1. ${words}.\n`,
  "ru.md": `## Вступление в силу\n\n1. ${words}.\n`,
});

const days = `variables:
  entry_days: { type: number, default: 30, minimum: 1, maximum: 90, label: { en: Days, ru: Дни } }
`;

function library(change: Record<string, string> = {}): Record<string, string> {
  const files: Record<string, string> = {
    "pact/template.yaml": `name: pact
reviewed: none
title: { en: Pact, ru: Пакт }
languages: [en, ru]
clauses:
  entry: { default: signature, allowed: [signature, deposits] }
terms: { binding: true, withdrawal: { months: 6 } }
`,
    "pact/en.md":
      "# Pact\n\n{{parties}}\n\n## Aim\n\nPeace.\n\n{{clause:entry}}\n\n## End\n\nSee [x](#article-2).\n",
    "pact/ru.md":
      "# Пакт\n\n{{parties}}\n\n## Цель\n\nМир.\n\n{{clause:entry}}\n\n## Конец\n\nСм. [x](#article-2).\n",
  };
  const clauses = {
    signature: clause("On signature", "{ entry: { form: last-signature } }"),
    deposits: clause(
      "After {{entry_days}} days",
      '{ entry: { form: nth-deposit, deposits: 2, days: "{{entry_days}}" } }',
      days,
    ),
    unused: clause("Never", "{}"),
  };
  for (const [name, own] of Object.entries(clauses)) {
    for (const [file, text] of Object.entries(own)) files[`clauses/entry/${name}/${file}`] = text;
  }
  return { ...files, ...change };
}

const parsed = (change: Record<string, string> = {}) =>
  parseTemplate(splitTemplates(library(change)).pact ?? {});

function faults(change: Record<string, string>) {
  try {
    parsed(change);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map(({ file, line, detail }) => [file, line, detail]);
  }
  throw new Error("The template was taken.");
}

const filling = {
  language: "en",
  languages: ["en", "ru"],
  parties: [
    { code: "KZ", names: { en: "Kazakhstan" } },
    { code: "AE", names: { en: "the Emirates" } },
  ],
  variables: {},
  reference: "DEP/2027/001",
};

test("a published template carries the clauses it allows, and no others", () => {
  const files = Object.keys(splitTemplates(library()).pact ?? {});
  expect(files).toContain("clauses/entry/deposits/ru.md");
  expect(files.some((path) => path.includes("unused"))).toBe(false);
});

test("the words of a clause are part of what an agreement pins", async () => {
  const digest = (files: Record<string, string>) =>
    templateDigest(splitTemplates(files).pact ?? {});
  const changed = library({ "clauses/entry/deposits/en.md": "## Entry\n\n1. Another.\n" });
  expect(await digest(changed)).not.toBe(await digest(library()));
});

test("the chosen clause stands in its place, and its variables are asked for", () => {
  expect(fillTemplate(parsed(), filling)).toContain("## Entry into force\n\n1. On signature.");
  const chosen = { ...filling, clauses: { entry: "deposits" }, variables: { entry_days: 45 } };
  expect(fillTemplate(parsed(), chosen)).toContain("1. After 45 days.");
  expect(() => fillTemplate(parsed(), { ...filling, variables: { entry_days: 45 } })).toThrow(
    Refusal,
  );
});

test("a clause that the template does not allow is refused with its place", () => {
  for (const clauses of [{ entry: "unused" }, { exit: "signature" }]) {
    expect.assertions(2);
    try {
      resolveTemplate(parsed(), clauses as Record<string, string>);
    } catch (error) {
      expect((error as Refusal).extra.errors?.[0]?.pointer).toMatch(/^\/clauses\/(entry|exit)$/);
    }
  }
});

test("what is chosen says what the instrument means to the law", () => {
  const terms = (clauses: Record<string, string>, variables = {}) =>
    termsOf(resolveTemplate(parsed(), clauses), variables);
  expect(terms({})).toEqual({
    binding: true,
    withdrawal: { months: 6 },
    entry: { form: "last-signature" },
  });
  expect(terms({ entry: "deposits" }, { entry_days: 45 }).entry).toEqual({
    form: "nth-deposit",
    deposits: 2,
    days: 45,
  });
});

test("what is wrong in the library is named by file and line", () => {
  expect(faults({ "clauses/entry/deposits/ru.md": "## Вступление\n\n1. Раз.\n2. Два.\n" })).toEqual(
    expect.arrayContaining([
      ["clauses/entry/deposits/ru.md", undefined, expect.stringContaining("not built as in en")],
    ]),
  );
  expect(faults({ "clauses/entry/deposits/en.md": "## One\n\nA.\n\n## Two\n\nB.\n" })).toEqual(
    expect.arrayContaining([
      ["clauses/entry/deposits/en.md", undefined, "is not exactly one article"],
    ]),
  );
  expect(faults({ "clauses/entry/signature/en.md": "## Entry\n\n1. {{nobody}}\n" })).toEqual(
    expect.arrayContaining([["clauses/entry/signature/en.md", 3, "{{nobody}} is not declared"]]),
  );
  const terms = library()["clauses/entry/signature/clause.yaml"]?.replace("last-signature", "soon");
  expect(faults({ "clauses/entry/signature/clause.yaml": terms ?? "" })[0]?.[0]).toBe(
    "clauses/entry/signature/clause.yaml",
  );
});

test("a template whose texts have no place for a clause, or another's, is refused", () => {
  const en = library()["pact/en.md"] ?? "";
  expect(faults({ "pact/en.md": en.replace("{{clause:entry}}\n\n", "") })).toEqual([
    ["en.md", undefined, "{{clause:entry}} is missing, ru.md has it"],
  ]);
  expect(faults({ "pact/en.md": en.replace("clause:entry", "clause:exit") })[0]).toEqual([
    "en.md",
    9,
    "{{clause:exit}} is not declared",
  ]);
  const missing = { ...library() };
  delete missing["clauses/entry/deposits/clause.yaml"];
  expect(() => parseTemplate(splitTemplates(missing).pact ?? {})).toThrow(Refusal);
});
