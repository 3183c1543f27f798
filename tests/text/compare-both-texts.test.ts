import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArticleChange, compareTexts } from "#src/text/compare.ts";
import { trials } from "#tests/support/length.ts";
import { reading, side } from "./compared-readings.ts";
import { instrumentText as text } from "./instrument-text.ts";

const isSame = ({ change, moved, name }: ArticleChange) =>
  change === "same" && !moved && name.every(({ kind }) => kind === "same");

describe("the runs give back what both texts read", () => {
  const word = fc.constantFrom(
    ..."the Parties will shall 16 1,000 Участники المشاركون، 協力する ความร่วมมือ “x” **b** *i* ***u***".split(
      " ",
    ),
    "[there](#article-1)",
    "[KZ: or not]",
    "\\*\\*",
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));
  const item = (mark: string) => sentence.map((words) => `${mark}${words}`);
  const table = fc
    .record({
      header: fc.array(word, { minLength: 1, maxLength: 3 }),
      rows: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    })
    .map(({ header, rows }) => {
      const row = (cells: string[]) => `| ${header.map((_, at) => cells[at] ?? "").join(" | ")} |`;
      return [row(header), row(header.map(() => "---")), ...rows.map(row)].join("\n");
    });
  const block = fc.oneof(
    { weight: 3, arbitrary: sentence },
    { weight: 3, arbitrary: fc.oneof(...["1. ", "2. ", "- ", "> ", "> 1. ", "### "].map(item)) },
    fc.tuple(item("1. "), item("   1. "), item("   2. ")).map((all) => all.join("\n")),
    fc.tuple(item("1. "), item("   ")).map((all) => all.join("\n\n")),
    table,
  );
  const part = (mark: string) =>
    fc
      .tuple(fc.constantFrom("Aim", "Цель", "Scope"), fc.array(block, { maxLength: 5 }))
      .map(([head, all]) => [`${mark} ${head}`, ...all].join("\n\n"));
  const instrument = fc
    .tuple(
      fc.array(part("##"), { minLength: 1, maxLength: 5 }),
      fc.array(part("#"), { maxLength: 2 }),
    )
    .map(([articles, annexes]) => text(...articles, ...annexes));
  const numRuns = trials({ short: 120, long: 20_000 });
  const language = fc.constantFrom("en", "ru", "ar", "kk", "fr");

  test("of any two instruments, with their numbers, faces and cells", () => {
    fc.assert(
      fc.property(instrument, instrument, language, (from, to, language) => {
        const articles = compareTexts(from, to, language);
        expect(side(articles, "from")).toEqual(reading(from, language));
        expect(side(articles, "to")).toEqual(reading(to, language));
      }),
      { numRuns },
    );
  });

  test("and two that read differently are never said to be the same", () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(6), words: fc.oneof(word, block) });
    fc.assert(
      fc.property(instrument, edit, language, (from, { at, length, words }, language) => {
        const place = at % from.length;
        const to = from.slice(0, place) + words + from.slice(place + length);
        let wanted: string[];
        try {
          wanted = reading(to, language);
        } catch {
          return;
        }
        const articles = compareTexts(from, to, language);
        expect(side(articles, "to")).toEqual(wanted);
        const differs = JSON.stringify(wanted) !== JSON.stringify(reading(from, language));
        if (differs) expect(articles.every(isSame)).toBe(false);
      }),
      { numRuns: 2 * numRuns },
    );
  });

  test("and a text compared with itself has no change", () => {
    fc.assert(
      fc.property(instrument, language, (one, language) => {
        for (const article of compareTexts(one, one, language)) {
          expect(isSame(article)).toBe(true);
          expect(article.paragraphs.every((same) => same.change === "same")).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test("of whatever is written, no letter and no figure is lost", () => {
    const sign = fc.constantFrom(..."#-1.>|* \n\n\tab日ا![]()`");
    const any = fc.string({ unit: sign, maxLength: 60 });
    const letters = (words: string) => words.match(/[ab日ا]/gu)?.join("") ?? "";
    fc.assert(
      fc.property(any, any, (from, to) => {
        const articles = compareTexts(from, to, "en");
        const strip = (lines: string[]) =>
          letters(
            lines.map((line) => line.replace(/^[a-z]+\|[^|]*\||^(?:header|row)\|/, "")).join(""),
          );
        const unnamed = articles.map((one) => ({ ...one, name: [] }));
        expect(strip(side(unnamed, "from"))).toBe(letters(from));
        expect(strip(side(unnamed, "to"))).toBe(letters(to));
      }),
      { numRuns },
    );
  });
});
