import { expect, test } from "vitest";
import { faceOf } from "#src/pdf/typeset/faces.ts";
import { type Family, familyOf, type Style } from "#src/pdf/typeset/fonts.ts";
import { shape } from "#src/pdf/typeset/shape.ts";
import { shapeByPairs } from "#src/pdf/typeset/shape-by-pairs.ts";
import { declaration, memberLanguages } from "./support/udhr.ts";

const serif: Family = familyOf("en");
const written = memberLanguages.filter((language) => familyOf(language) === serif);

test("words put together from pairs are what the shaper makes of the whole, in every language", () => {
  let [together, all] = [0, 0];
  for (const language of written) {
    const words = new Set(declaration(language).text.split(/\s+/));
    for (const style of ["regular", "bold", "italic"] as const satisfies Style[]) {
      const face = faceOf(serif, style);
      for (const word of words) {
        all++;
        const made = shapeByPairs(face, word, language);
        if (!made) continue;
        together++;
        const whole = shape(face, word, false, language);
        expect([word, made.width, made.signs]).toEqual([word, whole.width, whole.signs]);
      }
    }
  }
  expect(written.length).toBeGreaterThan(35);
  expect(together / all).toBeGreaterThan(0.9);
});

test("letters that join are left to the shaper", () => {
  const face = faceOf(serif, "regular");
  expect(shape(face, "ffi", false, "en").signs.length).toBeLessThan(3);
  expect(shapeByPairs(face, "office", "en")).toBeNull();
});
