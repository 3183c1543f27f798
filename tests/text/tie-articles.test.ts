import { describe, expect, test } from "vitest";
import { tieArticles, tieReservations } from "#src/text/tie-articles.ts";

const text = (...headings: string[]) =>
  `# Treaty\n\n${headings.map((heading) => `## ${heading}\n\nWords.\n`).join("\n")}`;
const change = (before: string[], after: string[]) => ({
  before: text(...before),
  after: text(...after),
  language: "en",
});

describe("the articles that terms come from", () => {
  const old = ["Purpose", "Duration", "Withdrawal"];

  test.each<[string, string[], object]>([
    ["stay where nothing changed", old, { duration: 2, withdrawal: 3 }],
    ["move with an article above them", ["Terms", ...old], { duration: 3, withdrawal: 4 }],
    ["move when they change places", ["Withdrawal", "Duration"], { withdrawal: 1, duration: 2 }],
    ["are lost with their article", ["Purpose", "Duration"], { duration: 2 }],
  ])("%s", (_, after, ties) => {
    expect(tieArticles({ duration: 2, withdrawal: 3 }, change(old, after))).toEqual(ties);
  });

  test("stay if their heading stands twice and is still there", () => {
    const twice = ["Final clauses", "Purpose", "Final clauses"];
    expect(tieArticles({ withdrawal: 3 }, change(twice, twice))).toEqual({ withdrawal: 3 });
    expect(tieArticles({ withdrawal: 3 }, change(twice, ["Terms", ...twice]))).toEqual({});
  });
});

describe("the articles to which reservations are limited", () => {
  const old = ["Purpose", "Organs", "Dues"];

  test("move with them", () => {
    const moved = change(old, ["Terms", ...old]);
    expect(tieReservations({ except: [1, 3] }, moved)).toEqual({ except: [2, 4] });
    expect(tieReservations({ only: [2], objectionMonths: 6 }, moved)).toEqual({
      only: [3],
      objectionMonths: 6,
    });
  });

  test("are no exception any more once they are gone", () => {
    expect(tieReservations({ except: [1, 2] }, change(old, ["Purpose", "Dues"]))).toEqual({
      except: [1],
    });
    expect(tieReservations({ except: [2] }, change(old, ["Purpose", "Dues"]))).toEqual({});
  });

  test("do not open the text to every reservation when the last of them goes", () => {
    expect(tieReservations({ only: [2] }, change(old, ["Purpose", "Dues"]))).toEqual({ only: [2] });
  });
});
