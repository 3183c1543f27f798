import { describe, expect, test } from "vitest";
import { oddAmounts } from "#src/text/checks/numbers/amounts.ts";
import { impossibleDates } from "#src/text/checks/numbers/calendar-dates.ts";
import { figuresInWords } from "#src/text/checks/numbers/figures-in-words.ts";
import { restatedNumbers } from "#src/text/checks/numbers/restated-numbers.ts";
import { otherFigures } from "#src/text/checks/numbers/same-figures.ts";
import { combinationsOf, shipped, textsOf } from "./shipped-texts.ts";

describe.each(shipped.map((template) => [template.name, template] as const))(
  "the numbers of %s",
  (_, template) => {
    test("are the same in all languages, whatever clauses are chosen", () => {
      for (const chosen of chosenOf(combinationsOf(template))) {
        const { texts } = textsOf(template, chosen);
        const warnings = [
          ...otherFigures(texts),
          ...texts.flatMap(figuresInWords),
          ...texts.flatMap(impossibleDates),
          ...texts.flatMap(oddAmounts),
          ...texts.flatMap(restatedNumbers),
        ];
        expect(warnings, JSON.stringify(chosen)).toEqual([]);
      }
    });
  },
);

/** Combinations in which each clause of each topic stands at least once. */
function chosenOf(combinations: Record<string, string>[]): Record<string, string>[] {
  const seen = new Set<string>();
  return combinations.filter((chosen) => {
    const pairs = Object.entries(chosen).map(([topic, name]) => `${topic} ${name}`);
    const fresh = pairs.some((pair) => !seen.has(pair));
    for (const pair of pairs) seen.add(pair);
    return fresh || pairs.length === 0;
  });
}
