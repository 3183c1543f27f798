import { expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { expectTerms, missingTerms } from "#src/text/decided-terms.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";

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
      [
        "clauses/entry/deposits/ru.md",
        undefined,
        expect.stringContaining("is not built as in the English text"),
      ],
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

/** A template with a choice that decides how the pact is renewed. */
function deciding(terms: string, own = "{ binding: true, withdrawal: { months: 6 } }") {
  const yaml = `name: pact
reviewed: none
title: { en: Pact, ru: Пакт }
languages: [en, ru]
variables:
  renewal:
    type: choice
    default: always
    label: { en: Renewal, ru: Продление }
    choices:
      always: { en: It is renewed., ru: Он продлевается. }
      decided: { en: It may be renewed., ru: Он может быть продлен. }
    terms: ${terms}
clauses:
  entry: { default: signature, allowed: [signature, deposits] }
terms: ${own}
`;
  const ends = { "pact/en.md": "Peace. {{renewal}}", "pact/ru.md": "Мир. {{renewal}}" };
  const { "pact/en.md": en = "", "pact/ru.md": ru = "" } = library();
  return {
    "pact/template.yaml": yaml,
    "pact/en.md": en.replace("Peace.", ends["pact/en.md"]),
    "pact/ru.md": ru.replace("Мир.", ends["pact/ru.md"]),
  };
}

const renewed = (renewal: string) => `{ duration: { years: 5, renewal: ${renewal} } }`;
const both = `{ always: ${renewed("automatic")}, decided: ${renewed("by-decision")} }`;

test("a choice decides the term that its words decide", () => {
  const whole = resolveTemplate(parsed(deciding(both)));
  const decided = { years: 5, renewal: "by-decision" };
  expect(termsOf(whole, { renewal: "decided" }).duration).toEqual(decided);
  expect(termsOf(whole, {}).duration).toEqual({ years: 5, renewal: "automatic" });
});

test("a term that is fixed although a choice decides it, or that a choice leaves open, is refused", () => {
  const fixed = "{ binding: true, duration: unlimited, withdrawal: { months: 6 } }";
  expect(faults(deciding(both, fixed))).toContainEqual([
    "template.yaml",
    undefined,
    "terms.duration: duration is decided by variables.renewal",
  ]);
  const byClause =
    "{ always: { entry: { form: last-signature } }, decided: { entry: { form: all-consented } } }";
  expect(faults(deciding(byClause))).toContainEqual([
    "template.yaml",
    undefined,
    "clauses.entry: entry is decided by variables.renewal",
  ]);
  expect(faults(deciding(`{ always: ${renewed("automatic")} }`))).toContainEqual([
    "template.yaml",
    undefined,
    "variables.renewal.terms.decided.duration: is missing",
  ]);
  expect(faults(deciding(both.replace("decided:", "ever:")))).toContainEqual([
    "template.yaml",
    undefined,
    "variables.renewal.terms.ever: is not one of the choices",
  ]);
  const unknown = both.replace("by-decision", "by-chance");
  expect(faults(deciding(unknown))[0]?.[2]).toContain("terms.duration");
});

test("a template that leaves open whether it binds is not published", () => {
  const open = parsed({
    "pact/template.yaml": (library()["pact/template.yaml"] ?? "").replace(
      /^terms:.*$/m,
      "terms: {}",
    ),
  });
  const missing = missingTerms(open).map(({ detail }) => detail);
  expect(missing).toContain("terms.binding: is missing");
  // The clauses on entry decide it in each alternative.
  expect(missing).not.toContain("terms.entry: is missing");
  expect(() => expectTerms(open)).toThrow(Refusal);
});

test("a text whose template leaves open whether it binds closes as it is kept: as a treaty", () => {
  const open = (library()["pact/template.yaml"] ?? "").replace(/^terms:.*$/m, "terms: {}");
  const closing = (library()["pact/en.md"] ?? "").replace("See", "{{testimonium}} See");
  const closingRu = (library()["pact/ru.md"] ?? "").replace("См.", "{{testimonium}} См.");
  const change = { "pact/template.yaml": open, "pact/en.md": closing, "pact/ru.md": closingRu };
  expect(fillTemplate(parsed(change), filling)).toContain("Done");
});
