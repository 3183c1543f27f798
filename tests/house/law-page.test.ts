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
