import { expect, test } from "vitest";
import { basisWords } from "#src/text/relation-words.ts";
import { basisOfCondition } from "#workflows/basis.ts";
import { type ConditionName, conditions } from "#workflows/conditions.ts";
import { basisSources } from "#workflows/relations.ts";

const names = Object.keys(conditions) as ConditionName[];

test("every condition says in every language where it comes from, with its article", () => {
  for (const name of names) {
    const basis = basisOfCondition(name, null);
    expect(basisSources).toContain(basis.source);
    for (const language of ["en", "ru", "ar", "kk", "fr"]) {
      const said = basisWords(basis, language);
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(said).toContain(basis.rule);
    }
  }
});

test("a clause is named by its article if the terms are tied to one", () => {
  const tied = { articles: { duration: 12, withdrawal: 13 } };
  expect(basisOfCondition("renewal-is-foreseen", tied)).toEqual({ source: "clause", rule: "12" });
  expect(basisOfCondition("notice-is-due", tied)).toEqual({ source: "clause", rule: "13" });
  expect(basisOfCondition("notice-is-due", {})).toEqual({ source: "text", rule: "" });
});

test("what is law, what is practice and what the service asks for itself are told apart", () => {
  const source = (name: ConditionName) => basisOfCondition(name, null).source;
  expect(source("withdrawal-is-foreseen")).toBe("vclt");
  expect(source("predecessor-was-bound")).toBe("succession");
  expect(source("instrument-fits-the-party")).toBe("vclt-io");
  expect(source("in-force-between-two")).toBe("regulations");
  // Two officers are a rule of the house, not of the law (credentials, authentication, opening).
  for (const name of ["second-person-verifies", "second-officer-authenticates"] as const) {
    expect(source(name)).toBe("house");
  }
});
