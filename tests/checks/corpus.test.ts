import { describe, expect, test } from "vitest";
import { parseText } from "#src/text/markdown.ts";
import { knownParties } from "#src/text/party-name.ts";
import { corpusRules, readCorpus, sourceOf, thirdOf } from "./read-corpus.ts";

const corpus = await readCorpus();
/** Cases on each side: languages that have templates, forms and checks, and those that can only be drafted. */
const [inFull, forDrafting] = [150, 20];
const full = ["en", "ru", "ar", "kk", "fr"];
const codes = new Set(knownParties.map(({ code }) => code));

test("no paragraph and no id stands twice", () => {
  const all = [...corpus].flatMap(([language, cases]) =>
    cases.map(({ id, texts }) => ({ id, text: texts[language]?.replaceAll(/\s+/g, " ") })),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
});

describe.each([...corpus])("the cases in %s", (language, cases) => {
  const side = (faulty: boolean) => cases.filter((one) => one.faulty === faulty);

  test("are as many on each side", () => {
    expect(side(true).length).toBe(side(false).length);
    const count = full.includes(language) ? inFull : forDrafting;
    expect(side(true).length).toBe(count);
  });

  test("have ids in order, and texts of which the first is in the language", () => {
    const ids = cases.map((_, at) => `${language}-${String(at + 1).padStart(3, "0")}`);
    expect(cases.map(({ id }) => id)).toEqual(ids);
    for (const { id, texts } of cases) expect(Object.keys(texts)[0], id).toBe(language);
  });

  test("quote words of the faulty texts, and none of the right ones", () => {
    for (const { id, faulty, quotes = {}, texts } of cases) {
      expect(Object.keys(quotes).length > 0, id).toBe(faulty);
      for (const [own, quote] of Object.entries(quotes)) {
        expect(texts[own]?.includes(quote) ? quote : `${quote} (not in ${id})`).toBe(quote);
      }
    }
  });

  test("can be read as texts between parties of the register", () => {
    for (const one of cases) {
      const { id, parties } = one;
      const strangers = parties.filter((code) => !codes.has(code));
      expect(strangers, id).toEqual([]);
      for (const [own, text] of Object.entries(sourceOf(one).source.texts)) {
        expect(() => parseText(text, own), id).not.toThrow();
      }
    }
  });

  test("give terms for the rule that compares them", () => {
    for (const { id, rule, terms } of cases) {
      expect(terms !== undefined, id).toBe(rule === "recorded-terms");
    }
  });

  test("try every rule on both sides, in each third of a full language", () => {
    const thirds = full.includes(language) ? [[0], [1], [2]] : [[0, 1, 2]];
    const lacking = thirds.flatMap((third) =>
      [true, false].flatMap((faulty) => {
        const there = side(faulty).filter((one) => third.includes(thirdOf(one)));
        const rules = new Set(there.map(({ rule }) => rule));
        return corpusRules
          .filter((rule) => !rules.has(rule))
          .map((rule) => ({ third, faulty, rule }));
      }),
    );
    expect(lacking).toEqual([]);
  });
});
