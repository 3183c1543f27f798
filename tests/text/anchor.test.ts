import fc from "fast-check";
import { expect, test } from "vitest";
import { findAnchor, followAnchor } from "#src/text/anchor.ts";

const words = fc
  .array(fc.constantFrom("party", "shall", "report", "council", "year", "cost", "data"), {
    minLength: 5,
    maxLength: 12,
  })
  .map((list) => list.join(" "));
const article = fc.record({
  heading: fc.constantFrom<string>("Aims", "Costs", "Terms"),
  body: words,
});
type Article = { heading: string; body: string };

const text = (articles: Article[]) =>
  `# Title\n\nPreamble.\n\n${articles.map(({ heading, body }) => `## ${heading}\n\n${body}.\n`).join("\n")}`;

const marked = { heading: "The marked article", body: "these words are found nowhere else" };

test("whatever is inserted, removed or reordered around it, a thread stays with its article", () => {
  fc.assert(
    fc.property(
      fc.array(article, { maxLength: 6 }),
      fc.array(article, { maxLength: 6 }),
      fc.nat(6),
      fc.nat(6),
      (before, after, at, to) => {
        const old = before.toSpliced(at, 0, marked);
        const young = after.toSpliced(to, 0, marked);
        const anchor = { article: old.indexOf(marked) + 1, quote: "found nowhere" };
        const found = followAnchor(text(old), text(young), "en", anchor);
        expect(found).toEqual({
          article: young.indexOf(marked) + 1,
          heading: marked.heading,
          quoted: true,
        });
      },
    ),
    { numRuns: 500 },
  );
});

test("an article that has gone, and none like it, is said to have gone", () => {
  const old = text([marked, { heading: "Aims", body: "a b c d" }]);
  const young = text([{ heading: "Aims", body: "a b c d" }]);
  expect(followAnchor(old, young, "en", { article: 1, quote: null })).toEqual({
    article: null,
    heading: marked.heading,
    quoted: false,
  });
});

test("a quote is found across the breaks of lines", () => {
  const broken = text([{ heading: "Aims", body: "one two\nthree four" }]);
  expect(findAnchor(broken, "en", { article: 1, quote: "two three" })?.quoted).toBe(true);
  expect(findAnchor(broken, "en", { article: 2, quote: null })).toBeNull();
});

test("words are quoted as they are read: across faces, references and cells", () => {
  const marked =
    "# Title\n\n## Aims\n\n1. **Training** is as [there](#article-2) said.\n\n| Line | Sum |\n| - | - |\n| One | 5 |\n\n## Costs\n\nNone.";
  const stands = (quote: string) => findAnchor(marked, "en", { article: 1, quote })?.quoted;
  expect(stands("Training is as Article 2 said.")).toBe(true);
  expect(stands("One 5")).toBe(true);
  expect(stands("**Training** is as [there](#article-2)")).toBe(true);
  expect(stands("Training is not")).toBe(false);
});
