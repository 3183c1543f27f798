import fc from "fast-check";
import { expect, test } from "vitest";
import { newInk } from "#src/pdf/typeset/ink.ts";
import type { Line, Setting } from "#src/pdf/typeset/lines.ts";
import { setParagraph } from "#src/pdf/typeset/paragraph.ts";
import { declaration } from "./support/udhr.ts";

const column: Setting = {
  size: 10.5,
  width: 207,
  language: "en",
  direction: "ltr",
  align: "justify",
  even: true,
};

const set = (text: string, setting: Setting) =>
  setParagraph([{ text }], setting, newInk(), "here").lines;

const textOf = (line: Line) => line.pieces.map(({ word }) => word.text).join("");
/** The text as it was: a soft hyphen and the end of its line are taken back. */
const whole = (lines: Line[]) => lines.map(textOf).join("").replaceAll("\u00ad", "");

const printed = ({ width, stretch, pieces }: Line) =>
  width + stretch * pieces.filter(({ space }) => space).length;

/** How much the gaps of the lines differ from a space: the sum of squares, the last line left out. */
const unevenness = (lines: Line[]) =>
  lines.slice(0, -1).reduce((sum, { stretch }) => sum + stretch ** 2, 0);

test.each(["en", "ru", "kk", "fr"])(
  "a narrow column is more even than line by line (%s)",
  (language) => {
    const paragraphs = declaration(language)
      .text.split("\n")
      .filter((text) => text.length > 200);
    expect(paragraphs.length).toBeGreaterThan(10);
    const setting = { ...column, language };
    let [chosen, asTheyCome] = [0, 0];
    for (const text of paragraphs) {
      chosen += unevenness(set(text, setting));
      asTheyCome += unevenness(set(text, { ...setting, even: false }));
    }
    expect(chosen).toBeLessThan(asTheyCome / 2);
  },
);

test("every word is kept, and no line is wider than the column", () => {
  const word = fc.stringMatching(/^[a-z]{1,14}[,.]?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), (words) => {
      const text = words.join(" ");
      const lines = set(text, column);
      expect(whole(lines)).toBe(text);
      for (const line of lines) {
        expect(printed(line)).toBeLessThanOrEqual(column.width + 0.01);
        // A space never shrinks below half of itself.
        expect(line.stretch).toBeGreaterThan(-1.3);
      }
    }),
  );
});

test("a last line is hardly ever half a word", () => {
  const ends = ["en", "ru", "fr", "kk"].flatMap((language) =>
    declaration(language)
      .text.split("\n")
      .map((text) =>
        set(text, { ...column, language })
          .slice(-2)
          .map(textOf),
      ),
  );
  const halved = ends.filter(([line, last]) => line?.endsWith("\u00ad") && !last?.includes(" "));
  expect(ends.length).toBeGreaterThan(300);
  expect(halved.length).toBeLessThan(ends.length / 50);
});

test("a word wider than the column is broken all the same", () => {
  const text = `before ${"m".repeat(90)} after`;
  const lines = set(text, column);
  expect(whole(lines)).toBe(text);
  for (const line of lines) expect(printed(line)).toBeLessThanOrEqual(column.width + 0.01);
});
