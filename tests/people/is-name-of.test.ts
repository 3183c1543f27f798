import { expect, test } from "vitest";
import { isNameOf, isSameName } from "#src/people/is-name-of.ts";

const yerlan = { en: "Yerlan Abdrakhmanov", kk: "Ерлан Әбдірахманов" };
const mariam = { en: "Mariam Al Hashimi", ar: "مريم الهاشمي" };

test.each([
  ["the same", "Yerlan Abdrakhmanov", yerlan],
  ["in capitals, the family name first", "ABDRAKHMANOV YERLAN", yerlan],
  ["in another of its languages, with a patronymic", "ӘБДІРАХМАНОВ ЕРЛАН СЕРІКҰЛЫ", yerlan],
  ["with a number", "Yerlan Abdrakhmanov IIN820101300123", yerlan],
  ["with a hyphen and vowel signs", "مَرْيَم الهاشمي", mariam],
  ["hyphenated", "Mariam AL-HASHIMI", mariam],
  ["with marks", "Zoë Müller", { de: "Zoe Mu\u0308ller" }],
])("a holder's name is the signatory's: %s", (_, holder, names) => {
  expect(isNameOf(holder, names)).toBe(true);
});

test.each([
  ["the given name alone", "Yerlan", yerlan],
  ["another given name", "Nurlan Abdrakhmanov", yerlan],
  ["in a script that is not on record", "Мариам Аль-Хашими", mariam],
  ["words of two languages", "Yerlan Әбдірахманов", yerlan],
  ["a ministry", "Ministry of Foreign Affairs", yerlan],
  ["nothing", "", yerlan],
  ["nobody's", "Yerlan Abdrakhmanov", {}],
])("a holder's name is not the signatory's: %s", (_, holder, names) => {
  expect(isNameOf(holder, names)).toBe(false);
});

test("a holder that was confirmed is the same words, and no more of them", () => {
  expect(isSameName("ERLAN Abdrahmanov", "Abdrahmanov, Erlan")).toBe(true);
  expect(isSameName("Erlan Abdrahmanov", "Erlan Abdrahmanov Serikuly")).toBe(false);
  expect(isSameName("", "")).toBe(false);
});
