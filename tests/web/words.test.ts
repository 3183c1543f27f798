import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languagesOf } from "#src/text/languages.ts";

const web = join(import.meta.dirname, "../../src/web");
const languages = languagesOf("interface");
const areas = readdirSync(join(web, "words/en"));
type Words = { [key: string]: string | Words };
const read = (language: string, area: string): Words =>
  JSON.parse(readFileSync(join(web, "words", language, area), "utf8"));

/** The forms that a language has for counted things; English names only two of them. */
const forms = /_(zero|one|two|few|many|other)$/;

function leaves(words: Words, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}/`),
  );
}

/** Without placeholders and what every language writes in Latin letters. */
const bareWords = (text: string) =>
  text
    .replace(/\{\{[^}]*\}\}/g, "")
    .replace(/\b(?:PDF|SHA-256|PNG|JPEG|DER|PEM|RSASSA-PSS)\b/g, "");
/** Where English and another language say the same. */
const sharedWords = new Set([
  ...["choice/ad-referendum", "signedAs/ad-referendum", "as/ad-referendum", "kind/note-verbale"],
]);

describe.each(languages)("the words in %s", (language) => {
  test.each(areas)("of %s are complete", (area) => {
    const english = new Map(leaves(read("en", area)));
    const own = new Map(leaves(read(language, area)));
    const bare = (keys: Iterable<string>) =>
      [...new Set([...keys].map((key) => key.replace(forms, "")))].sort();
    expect(bare(own.keys())).toEqual(bare(english.keys()));
    for (const [key, text] of own) {
      expect(text.trim(), `${language}/${area} ${key}`).not.toBe("");
      // What a sentence is filled with is the same in every language.
      const filled = (words: string) => [...words.matchAll(/\{\{(\w+)/g)].map(([, name]) => name);
      const original = english.get(key) ?? english.get(key.replace(forms, "_other")) ?? "";
      const missing = filled(text).filter((name) => !filled(original).includes(name));
      expect(missing, `${language}/${area} ${key}`).toEqual([]);
    }
  });

  test.each(areas)("of %s are its own and not the English ones", (area) => {
    if (language === "en") return;
    const english = new Map(leaves(read("en", area)));
    const same = leaves(read(language, area)).filter(([key, text]) => english.get(key) === text);
    const left = same.filter(([, text]) => /\p{L}{2}.*\s.*\p{L}{2}/u.test(bareWords(text)));
    expect(left.filter(([key]) => !sharedWords.has(key))).toEqual([]);
  });

  test.each(areas)("of %s have every form that this language counts with", (area) => {
    const keys = leaves(read(language, area)).map(([key]) => key);
    const counted = new Set(
      keys.filter((key) => forms.test(key)).map((key) => key.replace(forms, "")),
    );
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const missing = [...counted].flatMap((key) =>
      needed.map((form) => `${key}_${form}`).filter((form) => !keys.includes(form)),
    );
    expect(missing).toEqual([]);
  });
});

describe("no words stand outside the catalogues", () => {
  const pages = readdirSync(web, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tsx"),
  );
  test.each(pages)("in %s", (name) => {
    const source = readFileSync(join(web, name), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    // Letters between a tag's end and the next tag, and words given to attributes that people read.
    const between = [
      ...source.matchAll(/<\/?[A-Za-z][^<>]*(?:=>[^<>]*)*>\s*([^<>{}()=;]*\p{L}[^<>{}()=;]*)<\//gu),
    ];
    const attributes = [
      ...source.matchAll(
        /\b(?:label|title|placeholder|description|aria-label|alt)="([^"]*\p{L}[^"]*)"/gu,
      ),
    ];
    expect([...between, ...attributes].map(([, words]) => words?.trim())).toEqual([]);
  });
});
