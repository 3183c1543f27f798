import { expect, test } from "vitest";
import { newInk } from "#src/pdf/typeset/ink.ts";
import type { Setting } from "#src/pdf/typeset/lines.ts";
import { setParagraph } from "#src/pdf/typeset/paragraph.ts";
import { declaration } from "./support/udhr.ts";

const english: Setting = {
  size: 10.5,
  width: 300,
  language: "en",
  direction: "ltr",
  align: "justify",
};
const arabic: Setting = { ...english, language: "ar", direction: "rtl" };

function set(text: string, setting: Setting) {
  return setParagraph([{ text }], setting, newInk(), "here").lines;
}

const wordsOf = (line: { pieces: { word: { text: string } }[] }) =>
  line.pieces.map((piece) => piece.word.text).join("");

test.each([
  ["en", english],
  ["ar", arabic],
])("justified lines fill the measure and no line is wider (%s)", (language, setting) => {
  const lines = set(declaration(language).text.replaceAll("\n", " "), setting);
  expect(lines.length).toBeGreaterThan(50);
  for (const { width, stretch, pieces } of lines.slice(0, -1)) {
    expect(width).toBeLessThanOrEqual(setting.width + 0.01);
    expect(stretch).toBeLessThanOrEqual(1.5 * setting.size);
    const gaps = pieces.filter((piece) => piece.space).length;
    if (stretch > 0) expect(width + gaps * stretch).toBeCloseTo(setting.width, 5);
  }
  expect(lines.at(-1)?.stretch).toBe(0);
});

test("a line whose gaps would be wider than 1.5 em stays ragged", () => {
  const [first] = set(`a ${"m".repeat(30)} ${"m".repeat(30)}`, english);
  expect(first?.stretch).toBe(0);
});

test("numbers and Latin words keep their direction inside Arabic, in visual order", () => {
  const [line] = set("وفق المادة 12 من OECD 2026", { ...arabic, width: 500 });
  expect(line && wordsOf(line)).toBe("OECD 2026 من 12 المادة وفق");
});

test("a word of 100 KB is broken between characters, and none is lost", () => {
  const word = "ұзынсөз".repeat(15_000);
  const lines = set(word, english);
  expect(lines.map(wordsOf).join("")).toBe(word);
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(english.width);
});

test("a combining mark is not parted from its letter", () => {
  const lines = set("e\u0301".repeat(400), { ...english, width: 40 });
  for (const line of lines) expect(wordsOf(line)).toMatch(/^(e\u0301)+$/);
});

test("bold and regular runs join without a gap or a break", () => {
  const runs = [{ text: "Part", style: "bold" as const }, { text: "icipants agree" }];
  const [line] = setParagraph(runs, english, newInk(), "here").lines;
  expect(line && wordsOf(line)).toBe("Participants agree");
});
