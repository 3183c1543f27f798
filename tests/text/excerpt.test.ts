import { expect, test } from "vitest";
import { excerptOf } from "#src/text/excerpt.ts";
import { fold } from "#src/text/fold.ts";
import { lineReader } from "#src/text/read-line.ts";

const found = (lines: string[], asked: string) => {
  const { excerpt, hits } = excerptOf(lines, asked);
  return [excerpt, hits.map(({ start, end }) => excerpt.slice(start, end))];
};

test("the line that holds most of the words is shown, and where they stand in it", () => {
  const lines = ["The Parties cooperate.", "They train officials together.", "They train."];
  expect(found(lines, "officials train")).toEqual([lines[1], ["train", "officials"]]);
});

test("a word is found whatever its case, its accents, its vowels and the form of its letters", () => {
  expect(found(["Une référence à la fonction."], "REFERENCE")[1]).toEqual(["référence"]);
  expect(found(["Учёт и расчёт ведут Стороны."], "расчет учет")[1]).toEqual(["Учёт", "расчёт"]);
  expect(found(["هذا الاِتِّفَاقُ بين الطرفين"], "الإتفاق")[1]).toEqual(["الاِتِّفَاقُ"]);
  expect(found(["التـــعاون الدولي"], "التعاون")[1]).toEqual(["التـــعاون"]);
});

test("the last word may be the beginning of one, and no other", () => {
  expect(found(["Civil servants serve."], "civil serv")[1]).toEqual(["Civil", "serv", "serv"]);
  expect(found(["Civil servants serve."], "serv civil")[1]).toEqual(["Civil"]);
});

test("where words have no spaces between them they are found anywhere", () => {
  expect(found(["双方在公务员制度领域开展合作。"], "公务员制度")[1]).toEqual(["公务员制度"]);
  expect(found(["ภาคีร่วมมือกันในด้านข้าราชการพลเรือน"], "ข้าราชการ")[1]).toEqual(["ข้าราชการ"]);
});

test("a long line is cut at words around the first of them", () => {
  const line = `${"before ".repeat(40)}needle ${"after ".repeat(40)}`;
  const { excerpt, hits } = excerptOf([line], "needle");
  expect(excerpt.length).toBeLessThan(240);
  expect(excerpt).toMatch(/^before .* needle after .* after$/);
  expect(hits).toHaveLength(1);
});

test("an excerpt has no marks of Markdown", () => {
  const text = "# T\n\n## Purpose\n\nx\n\n## Costs\n\ny\n\n# Annex\n\n## Purpose\n";
  const read = lineReader(text, "en");
  const shown = (line: string) => excerptOf([line], "x", read).excerpt;
  expect(shown("## Purpose")).toBe("Purpose");
  expect(shown("1. The **Parties** act under [there](#purpose), _not_ [here](#article-2).")).toBe(
    "The Parties act under Article\u00a01, not Article\u00a02.",
  );
  expect(shown("      1. the *third* level, \\*literally\\*")).toBe("the third level, *literally*");
  expect(shown("> - quoted <b> & `so`")).toBe("quoted <b> & so");
  expect(shown("| Year | **Sum** \\| share |")).toBe("Year · Sum | share");
  expect(shown("| ---- | :-: |")).toBe("");
  expect(shown("begun **here")).toBe("begun here");
  expect(lineReader(text, "ru")("См. [там](#costs).")).toBe("См. ст.\u00a02.");
});

test("words that stand nowhere leave the first line without hits", () => {
  expect(found(["One.", "Two."], "three")).toEqual(["One.", []]);
  expect(found([], "three")).toEqual(["", []]);
  expect(found(["One."], "…")).toEqual(["One.", []]);
});

test("folding twice changes nothing", () => {
  for (const text of ["Ёлка — DEP/2026", "إِتِّفَاق", "ΟΔΟΣ", "第3条", "İstanbul"]) {
    expect(fold(fold(text))).toBe(fold(text));
  }
});
