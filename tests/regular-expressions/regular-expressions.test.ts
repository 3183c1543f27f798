import { describe, expect, test } from "vitest";
import { built } from "./expressions.ts";
import { type Found, literals, sourceFiles, textOf } from "./literals.ts";
import { isOfWords } from "./of-words.ts";
import { statusOf } from "./status.ts";
import { nameOf, verified } from "./verified.ts";

const written = literals();
const made = built();
const all: Found[] = [...written, ...made];

test("the literals are found", () => {
  expect(written.length).toBeGreaterThan(80);
});

test("each line that builds an expression is reached: else `build-all.ts` lacks a call", () => {
  const reached = new Set(made.map(({ file, line }) => `${file}:${line}`));
  const lines = sourceFiles().flatMap((file) =>
    textOf(file)
      .split("\n")
      .flatMap((line, at) => (/\bRegExp\(/.test(line) ? `${file}:${at + 1}` : [])),
  );
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => !reached.has(line))).toEqual([]);
});

/** The long run verifies all again; `npm test` only what `verified.txt` does not name. */
const known = process.env.TEST_LENGTH === "long" ? new Set<string>() : verified;

describe("a stranger's text never takes a regular expression more than linear time", () => {
  test.each(written.map((one) => [`${one.file}: /${one.source}/${one.flags}`, one] as const))(
    "%s",
    (_, one) => expect(isVulnerable(one)).toBe(false),
  );

  test.each([...Map.groupBy(made, ({ file }) => file)])("built in %s", (_, own) => {
    const vulnerable = own.filter(isVulnerable);
    expect(vulnerable.map(({ source, flags }) => `/${source}/${flags}`)).toEqual([]);
  });
});

function isVulnerable(one: Found): boolean {
  return !known.has(nameOf(one)) && statusOf(one) === "vulnerable";
}

test("what is verified is written down: else run `npm run expressions`", () => {
  const names = new Set(all.filter(({ source }) => !isOfWords(source)).map(nameOf));
  // Some of both may differ, so that not every branch changes the file: a word list has many expressions.
  const differing = [...names.symmetricDifference(verified)];
  expect(differing.length).toBeLessThan(50);
});
