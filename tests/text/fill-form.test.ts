import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { parseForm } from "#src/text/act-form.ts";
import { fillForm, unformed } from "#src/text/fill-form.ts";
import { knownParties, namedIn } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";

const folder = join(templatesFolder, "acts");
const names = await readdir(folder);
const languages = ["en", "ru", "ar", "kk", "fr"];

/** A form of one paragraph. */
function formOf(texts: Record<string, string>, lines = "") {
  const title = Object.keys(texts)
    .map((language) => `  ${language}: T`)
    .join("\n");
  const yaml = `name: a\nreviewed: none\nsource: s\nby: party\ntitle:\n${title}\n${lines}`;
  const own = Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [`${language}.md`, `# T\n\n${text}\n`]),
  );
  return { "form.yaml": yaml, ...own };
}

const written = (texts: Record<string, string>, language: string, values: object) =>
  fillForm(parseForm(formOf(texts)), language, values as never)
    .split("\n\n")[1]
    ?.trim();

function faults(texts: Record<string, string>, lines = ""): string[] {
  try {
    parseForm(formOf(texts, lines));
    return [];
  } catch (error) {
    const errors = (error as Refusal).extra.errors as {
      file: string;
      line?: number;
      detail: string;
    }[];
    return errors.map(({ file, line, detail }) => `${file}:${line} ${detail}`);
  }
}

test("a name begins a sentence with a capital, and takes the form that it is asked for", () => {
  const party = namedIn({ code: "AE" }, "fr");
  const text =
    "{{party}} {{party|p:notifient|else:notifie}}. {{party}}, au nom {{party:genitive}}.";
  expect(written({ fr: text }, "fr", { party })).toBe(
    "Les Émirats arabes unis notifient. Les Émirats arabes unis, au nom des Émirats arabes unis.",
  );
});

test("a form published before, with {{of_party}}, reads as it did", () => {
  const party = namedIn({ code: "CA" }, "fr");
  expect(written({ fr: "au nom {{of_party}}" }, "fr", { party })).toBe("au nom du Canada");
});

test("a Kazakh day takes its case, and a blank none", () => {
  const text = { kk: "{{on:ablative}} бастап {{until:dative}} дейін" };
  expect(written(text, "kk", { on: "2026 жылғы 5 мамыр" })).toBe(
    "2026 жылғы 5 мамырдан бастап …………………… дейін",
  );
});

test("in Russian the second of a month has «со» before it", () => {
  const text = { ru: "с {{on}}" };
  expect(written(text, "ru", { on: "2 июля 2026 года" })).toBe("со 2 июля 2026 года");
  expect(written(text, "ru", { on: "12 июля 2026 года" })).toBe("с 12 июля 2026 года");
});

test("a name that lacks a form stands beside a noun in all its places, and is named", () => {
  const texts = {
    ru: "{{party}} {{party|m:уведомил|f:уведомила|n:уведомило|p:уведомили}}. От {{party:genitive}}.",
  };
  const agency = { name: "Сеть академий" };
  expect(written(texts, "ru", { party: agency })).toBe(
    "Сторона «Сеть академий» уведомила. От стороны «Сеть академий».",
  );
  const form = parseForm(formOf(texts));
  expect(unformed(form, "ru", { party: agency })).toEqual(["Сеть академий"]);
  expect(unformed(form, "ru", { party: namedIn({ code: "KZ" }, "ru") })).toEqual([]);
});

test("a person without an office leaves no comma behind", async () => {
  const form = parseForm(await readFolder(join(folder, "signature-page")));
  const row = {
    person: "Amina",
    office: "",
    party: namedIn({ code: "KZ" }, "en"),
    on: "5 May 2026",
  };
  expect(fillForm(form, "en", { signatures: [row] })).toContain(
    "- Amina, for the Republic of Kazakhstan, on 5 May 2026",
  );
});

test.each([
  [
    { en: "{{party:locative}}" },
    "en.md:3 {{party:locative}} has no form locative in en: genitive, dative",
  ],
  [
    { ru: "{{party:dative}}" },
    "ru.md:3 {{party:dative}} has no form dative in ru: genitive, accusative",
  ],
  [{ fr: "{{on:dative}}" }, "fr.md:3 {{on:dative}} has no forms in fr"],
  [{ kk: "{{title:dative}}" }, "kk.md:3 {{title:dative}} has no forms"],
  [{ ar: "{{party|m:يخطر}}" }, "ar.md:3 {{party|m:يخطر}} lacks the branch f"],
  [{ ru: "{{party|m:а|f:б}}" }, "ru.md:3 {{party|m:а|f:б}} lacks the branch n, p"],
  [{ fr: "{{party|x:a|else:b}}" }, "fr.md:3 {{party|x:a|else:b}} has the unknown branch x"],
  [{ en: "{{party|m:a|f:b}}" }, "en.md:3 {{party|m:a|f:b}} chooses by gender, which en does not"],
  [{ ar: "{{title|m:a|f:b}}" }, "ar.md:3 {{title|m:a|f:b}} agrees with no name"],
])("what a language cannot say is named by file and line: %j", (texts, fault) => {
  expect(faults(texts)).toEqual([fault]);
});

test("a line of a form is held to the same", () => {
  const lines = 'lines:\n  none:\n    en: None.\n  signature:\n    en: "{party:locative}"\n';
  expect(faults({ en: "{{signatures}}" }, lines)).toEqual([
    "form.yaml:11 {party:locative} has no form locative in en: genitive, dative",
  ]);
});

/** Constructions that avoid a case. */
const avoided =
  /(?<!\p{L})(?:от имени|Сторона|Partie|Au nom de|pour|الطرف|Тарап)\s*:|de l[ea]s? l[ea]s?\b| de le /u;

describe.each(names)("the form %s", (name) => {
  test.each(languages)("is whole in %s for every party that ships", async (language) => {
    const form = parseForm(await readFolder(join(folder, name)));
    for (const { code } of knownParties) {
      const party = namedIn({ code }, language);
      const row = { person: "P", office: "O", party, on: "D" };
      const said = fillForm(form, language, {
        ...{ party, other: party, sender: party, capacity: { line: "state" } },
        ...{ signatures: [row], reservations: [{ party, on: "D", text: "T" }] },
      });
      expect(said, `${code} ${language}`).not.toMatch(/\{|\}|undefined|г\.\./);
      expect(said, `${code} ${language}`).not.toMatch(avoided);
      expect(said).not.toMatch(/\n\p{Ll}[^\n]*\n$/u);
      expect(unformed(form, language, { party, other: party, sender: party })).toEqual([]);
    }
  });
});
