import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitTemplates } from "#src/templates/publish.ts";
import { inWords } from "#src/text/checks/sentence.ts";
import { termsUnlikeText } from "#src/text/checks/terms.ts";
import { draftOf, exchangedSource, exchangedSources } from "#src/text/exchange.ts";
import { previewTemplate } from "#src/text/fill-template.ts";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import { parseText } from "#src/text/markdown.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { governmentNames, knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import type { Source } from "#src/text/source.ts";
import { closesAsOneText, exchangeFormula, languageList } from "#src/text/testimonium.ts";
import { exchanged, isWordedForNotes, languagesOfNotes } from "#workflows/exchange.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import words from "../../templates/exchange-words.json" with { type: "json" };

const five = ["en", "ru", "ar", "kk", "fr"] as const;
const parties = ["KZ", "EE"].map((code) => {
  const party = knownParties.find((one) => one.code === code);
  if (!party) throw new Error(code);
  const { names, forms } = governmentNames(party);
  return { code, name: names, forms };
});
const sourceOf = (text: string): Source => ({
  reference: "DEP/2027/001",
  title: { en: "Agreement" },
  languages: [...languagesOfNotes],
  parties,
  layout: "sequential",
  texts: Object.fromEntries(languagesOfNotes.map((language) => [language, text])),
});
const text =
  "# Agreement\n\nThe two,\n\n## Purpose\n\n1. One.\n2. Two.\n\n# Annex of figures\n\nThree.\n";
const terms = (of: (typeof exchanged)[number]) => ({
  binding: true,
  exchange: { of, first: "KZ" },
});

test("there are words for exactly the languages that the terms admit: all that have a closing formula", () => {
  expect(Object.keys(words)).toEqual([...languagesOfNotes]);
  expect([...languagesOfNotes].sort()).toEqual(draftingLanguages().sort());
});

test.each([
  ["en-GB", true],
  ["sr", true],
  ["sr-Latn", false],
  ["sr-ME", false],
  ["zh-CN", true],
  ["zh-TW", false],
  ["uz", true],
  ["uz-Cyrl", false],
  ["kk-Arab", false],
  ["ja", false],
])("a text in %s can be exchanged: %s", (tag, worded) => {
  expect(isWordedForNotes(tag)).toBe(worded);
  const source = { ...sourceOf(text), languages: [tag], texts: { [tag]: text } };
  const made = () => exchangedSource(source, terms("letters"), "EE").texts[tag];
  if (worded) expect(made()).toContain("DEP/2027/001");
  else expect(made).toThrow();
});

describe.each(languagesOfNotes)("in %s", (language) => {
  const read = (of: (typeof exchanged)[number], party: string) => {
    const own = exchangedSource(sourceOf(text), terms(of), party);
    return { own, markdown: own.texts[language] ?? "" };
  };

  test.each(exchanged)("what is exchanged as %s has one signatory and no blank", (of) => {
    for (const { party, source } of exchangedSources(sourceOf(text), terms(of))) {
      const markdown = source.texts[language] ?? "";
      expect(source.parties.map(({ code }) => code)).toEqual([party]);
      expect(markdown).not.toMatch(/[{}]|undefined/);
      const { articles, annexes } = parseText(markdown, language);
      expect(articles).toHaveLength(1);
      expect(annexes.map(({ blocks }) => blocks)).toMatchObject([[{ kind: "paragraph" }]]);
    }
  });

  test.each(["notes", "letters"] as const)("the reply quotes the whole of the %s", (of) => {
    const [proposal, reply] = [read(of, "KZ").markdown, read(of, "EE").markdown];
    const [open = "", close = ""] = words[language].quotes;
    const paragraphs = proposal.split("\n\n").filter((one) => !one.startsWith("# "));
    const quoted = reply.slice(reply.indexOf(open), reply.indexOf(close));
    for (const paragraph of paragraphs.slice(0, -2)) expect(quoted).toContain(paragraph.trim());
    expect(reply.lastIndexOf(words[language].courtesy)).toBeGreaterThan(reply.indexOf(close));
    expect(reply).toContain("DEP/2027/001");
  });

  test("the closing sentence names the languages, whether the instrument binds or not", () => {
    for (const of of exchanged) {
      for (const binding of [true, false]) {
        const one = exchangeFormula(of, { language, languages: [language], binding });
        const all = exchangeFormula(of, { language, languages: [...five], binding });
        expect(`${one}${all}`).not.toMatch(/[{}]|undefined/);
        expect(all).toContain(languageList([...five], language));
      }
    }
  });

  test("an arrangement that binds nobody is not called an agreement", () => {
    const loose = { binding: false, exchange: { of: "notes" as const, first: "KZ" } };
    const markdown = exchangedSource(sourceOf(text), loose, "EE").texts[language] ?? "";
    const { agreement } = words[language];
    expect(markdown).toContain(agreement.other);
    const closing = markdown.slice(markdown.indexOf("Two."));
    expect(closing.split(/\s+/)).not.toContain(agreement.binding.split(" ").at(-1));
  });
});

test("names with characters of Markdown print as they are", () => {
  const name = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((one) => /^[\w *[\]<>#&-]+$/.test(one) && /\w/.test(one));
  fc.assert(
    fc.property(name, (said) => {
      const [first, second] = parties;
      if (!first || !second) throw new Error("two take part");
      const source = { ...sourceOf(text), parties: [first, { code: "EE", name: { en: said } }] };
      const markdown = exchangedSource(source, terms("notes"), "KZ").texts.en ?? "";
      const { articles, annexes } = parseText(markdown, "en");
      expect([articles.length, annexes.length]).toEqual([1, 1]);
    }),
  );
});

test("a draft shows the reply, which holds everything; without an exchange the text", () => {
  const source = sourceOf(text);
  const shown = draftOf(source, { ...ordinaryTerms, exchange: { of: "notes", first: "EE" } });
  expect(shown).toEqual(
    exchangedSource(
      source,
      { binding: ordinaryTerms.binding, exchange: { of: "notes", first: "EE" } },
      "KZ",
    ),
  );
  expect(draftOf(source, ordinaryTerms)).toBe(source);
});

describe("a text made from a template", async () => {
  const folder = await readFolder(join(import.meta.dirname, "../../templates"));
  const template = parseTemplate(splitTemplates(folder)["cooperation-agreement"] ?? {});
  const filled = (more: Partial<Terms>) =>
    Object.fromEntries(
      five.map((language) => [
        language,
        previewTemplate(template, {
          language,
          languages: [...five],
          parties: knownParties.slice(0, 2),
          variables: { place: "Astana" },
          terms: more,
          reference: "DEP/2027/001",
        }).text,
      ]),
    );
  const asOne = filled({});
  const inNotes = filled({ exchange: { of: "notes" } });

  test.each(five)("has no witnesses and no common original in %s", (language) => {
    expect(closesAsOneText(asOne[language] ?? "", language)).toBe(true);
    expect(closesAsOneText(inNotes[language] ?? "", language)).toBe(false);
    const last = (text = "") => text.trim().split("\n\n").at(-2) ?? "";
    expect(asOne[language]).toContain(last(asOne[language]));
    expect(inNotes[language]).not.toContain(last(asOne[language]));
  });

  test("is warned of while its last words are those of one text", () => {
    const warned = (texts: Record<string, string>) =>
      termsUnlikeText(
        { ...sourceOf(""), languages: [...five], texts },
        { ...ordinaryTerms, exchange: { of: "notes" } },
      ).filter(({ source }) => inWords(source, "en") === "VCLT article 13");
    expect(warned(asOne).map(({ language }) => language)).toEqual([...five]);
    expect(warned(inNotes)).toEqual([]);
  });
});
