import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("every file that the page on the law names is there", () => {
  const page = readFileSync(join(root, "docs/law.md"), "utf8");
  const named = [...page.matchAll(/`((?:src|workflows|tests)\/[^`]+)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** The numbers of the articles in the first column of a part's table; a range is written with "to" or a dash. */
function articlesIn(part: string): Set<number> {
  const cells = part
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => (line.split("|")[1] ?? "").replaceAll(/\([^)]*\)|Charter \d+/g, ""));
  const ranges = cells.flatMap((cell) => [...cell.matchAll(/(\d+)(?: (?:to|–) (\d+))?/g)]);
  return new Set(
    ranges.flatMap(([, first, last = first]) => {
      const from = Number(first);
      return Array.from({ length: Number(last) - from + 1 }, (_, at) => from + at);
    }),
  );
}

test("the page says of every article of both conventions what becomes of it", () => {
  const parts = readFileSync(join(root, "docs/law.md"), "utf8").split(/^## /m).slice(1);
  const isSuccession = (part: string) => part.startsWith("Succession of States");
  const of1969 = articlesIn(parts.filter((part) => !isSuccession(part)).join("\n"));
  const of1978 = articlesIn(parts.filter(isSuccession).join("\n"));
  const missing = (found: Set<number>, last: number) =>
    Array.from({ length: last }, (_, at) => at + 1).filter((article) => !found.has(article));
  expect(missing(of1969, 85)).toEqual([]);
  expect(missing(of1978, 50)).toEqual([]);
});
