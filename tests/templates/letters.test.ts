import { expect, test } from "vitest";
import { letterNames } from "#src/agreements/recipients.ts";
import { templatesFolder } from "#src/foundation.ts";
import { readFolder } from "#src/text/read-folder.ts";

const files = await readFolder(`${templatesFolder}/letters`);
const languages = ["en", "ru", "ar", "kk"];

test("there is a letter for each occasion in each language, and no other", () => {
  const wanted = letterNames.flatMap((name) => languages.map((tag) => `${name}/${tag}.md`));
  expect(Object.keys(files).sort()).toEqual(wanted.sort());
});

test.each(letterNames)(
  "the letter %s says the same with the same values in each language",
  (name) => {
    const [english = "", ...others] = languages.map((tag) => files[`${name}/${tag}.md`] ?? "");
    for (const other of others) {
      expect(placeholders(other)).toEqual(placeholders(english));
      expect(other.trim().split(/\n{2,}/)).toHaveLength(english.trim().split(/\n{2,}/).length);
    }
  },
);

test.each(Object.entries(files))(
  "%s has a subject with the reference and one link",
  (_, letter) => {
    const [subject = "", ...blocks] = letter.trim().split(/\n{2,}/);
    expect(subject).toMatch(/^# .*\{\{reference\}\}/);
    expect(blocks.filter((block) => /^\[[^\]]+\]\(\{\{link\}\}\)$/.test(block))).toHaveLength(1);
  },
);

function placeholders(letter: string): string[] {
  return [...letter.matchAll(/\{\{[^}]*\}\}/g)].map(([whole]) => whole).sort();
}
