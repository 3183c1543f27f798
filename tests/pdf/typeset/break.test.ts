import { Rules } from "@cto.af/linebreak";
import fc from "fast-check";
import { expect, test } from "vitest";
import { breaksOf, mustBreak } from "#src/pdf/typeset/break.ts";

/** The text with a bar wherever a line may break. */
function marked(text: string): string {
  const breaks = breaksOf(text);
  return [...text].map((character, at) => (breaks[at] ? `|${character}` : character)).join("");
}

test("lines break where UAX 14 allows it, though the rules see one word at a time", () => {
  const rules = new Rules();
  const pieces = ["a", "б", "ب", "Я", "-", "/", ",", ".", "!", "(", ")", "“", "”", "中", "。", " "];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
      // Markdown drops spaces at the edges of a paragraph.
      const text = `a${parts.join("").trim()}`;
      const expected = [...rules.breaks(text)].map(({ position }) => position);
      const breaks = breaksOf(text);
      const found = [...breaks.keys()].filter((at) => breaks[at]).concat(text.length);
      expect(found).toEqual(expected);
    }),
    { numRuns: 2000, seed: 14 },
  );
});

test.each([
  ["see Article 3 of", "see |Article 3 |of"],
  ["в статье 12 и", "в |статье 12 |и"],
  ["وفق المادة 12 من", "وفق |المادة 12 |من"],
  ["وفقا للمادة 3 و", "وفقا |للمادة 3 |و"],
  ["документ № 7 от", "документ |№ 7 |от"],
  ["до 15 % суммы", "до |15 % |суммы"],
  ["слово « да » и", "слово |« да » |и"],
  ["осы 1-бап бойынша", "осы |1-бап |бойынша"],
  ["Договор — это", "Договор — |это"],
])("what belongs together stays on one line: %s", (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test("a line end in the text ends the line", () => {
  const breaks = breaksOf("Article 1\nPurpose");
  expect(breaks["Article 1\n".length]).toBe(mustBreak);
});
