import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = globSync("{src,workflows}/**/*.ts", { cwd: root });

/** The literals of a file: between slashes, after what an expression may follow. */
function literalsOf(file: string): [source: string, flags: string][] {
  const text = readFileSync(join(root, file), "utf8");
  const literal =
    /(?<=[=(,:?[!&|{}]\s*|return\s+|=>\s*|^\s+)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/gm;
  return [...text.matchAll(literal)].flatMap(([, source = "", flags = ""]) => {
    try {
      new RegExp(source, flags);
      return [[source, flags]];
    } catch {
      return [];
    }
  });
}

const found = files.flatMap((file) =>
  literalsOf(file).map(([source, flags]) => ({ file, source, flags })),
);

test("the literals are found", () => {
  expect(found.length).toBeGreaterThan(80);
});

/** The verdict on each expression; several files have the same one, and each takes up to three seconds. */
const verdicts = new Map<string, string>();
function statusOf(source: string, flags: string): string {
  const key = `/${source}/${flags}`;
  const status = verdicts.get(key) ?? checkSync(source, flags, { timeout: 20_000 }).status;
  verdicts.set(key, status);
  return status;
}

describe("a stranger's text never takes a regular expression more than linear time", () => {
  test.each(found.map((one) => [`${one.file}: /${one.source}/${one.flags}`, one] as const))(
    "%s",
    (_, { source, flags }) => {
      expect(statusOf(source, flags.replaceAll("v", "u"))).not.toBe("vulnerable");
    },
  );
});
