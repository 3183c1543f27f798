import { expect, test } from "vitest";
import { fillTemplate } from "#src/text/fill-template.ts";
import { formsOf } from "#src/text/forms.ts";
import { canonicalTag, tagPattern } from "#src/text/languages.ts";
import { partyName } from "#src/text/party-name.ts";
import { parseSource, writeSource } from "#src/text/source.ts";
import type { Template } from "#src/text/template.ts";

test.each([
  ["SR-latn", "sr-Latn"],
  ["zh-hans", "zh-Hans"],
  ["pt-br", "pt-BR"],
  ["EL-MONOTON", "el-monoton"],
  ["ca-Valencia", "ca-valencia"],
  ["es-419", "es-419"],
  ["uz-LATN", "uz-Latn"],
  ["sl-IT-nedis", "sl-IT-nedis"],
  ["tl", "tl"],
  ["no", "no"],
])("%s is stored as %s", (given, stored) => {
  expect(canonicalTag(given)).toBe(stored);
  expect(stored).toMatch(tagPattern);
});

test.each(["ar-u-nu-latn", "x-own", "en-x-own", "e", "english_", "", "zh-cmn-Hans"])(
  "%s is no tag of a text",
  (tag) => {
    expect(tagPattern.test(canonicalTag(tag)) && canonicalTag(tag) === tag).toBe(false);
  },
);

const template: Template = {
  name: "one",
  reviewed: "none",
  title: {},
  languages: ["sr-Cyrl"],
  minimumParties: 1,
  maximumParties: null,
  variables: {},
  terms: {},
  clauses: {},
  texts: { "sr-Cyrl": "# Споразум\n\n{{parties}}\n" },
};
const parties = [{ code: "X1", names: { "sr-Cyrl": "Србија", en: "Serbia" } }];

test("a text finds the words of its language and script, and never those of another script", () => {
  const filling = { languages: ["sr"], parties, variables: {}, reference: "" };
  expect(fillTemplate(template, { ...filling, language: "sr-RS" })).toContain("Србија");
  expect(() => fillTemplate(template, { ...filling, language: "sr-Latn" })).toThrow("sr-Latn");
  expect(formsOf("sr-Latn").article(3)).toBe("§\u00a03");
  expect(formsOf("sr-Cyrl-ME").article(3)).toBe("Члан\u00a03");
  expect(partyName({ code: "KZ" }, "ru-KZ")).toBe(partyName({ code: "KZ" }, "ru"));
});

test("an export keeps the whole tag", () => {
  const source = {
    reference: "DEP/2027/001",
    title: { "sr-Latn": "Sporazum", "ca-valencia": "Acord" },
    languages: ["sr-Latn", "ca-valencia"],
    parties: [{ name: { en: "Serbia" } }],
    layout: "sequential" as const,
    texts: { "sr-Latn": "# Sporazum\n", "ca-valencia": "# Acord\n" },
  };
  expect(parseSource(writeSource(source))).toEqual(source);
});
