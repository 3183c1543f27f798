import { expect, test } from "vitest";
import { farWords } from "#src/web/pages/drafting/far-words.ts";

test("an article far from what is read shows its words and no mark of Markdown", () => {
  const markdown =
    "## Scope\n\n1. The **Programme** and *joint* visits, see [there](#costs).\n   1. [KZ: or snake_case] \\*kept\\*\n\n| A1 | B1 |\n| -- | :-: |\n| 5 | 6 |";
  expect(farWords(markdown)).toBe(
    "Scope\n\nThe Programme and joint visits, see there.\n   [KZ: or snake_case] *kept*\n\nA1     B1\n5     6",
  );
});
