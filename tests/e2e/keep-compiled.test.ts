import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
afterAll(() => folder.remove());

/** The files that a command leaves in the folder of caches it is given. */
async function kept(name: string, more: Record<string, string> = {}): Promise<string[]> {
  const caches = join(folder.path, name);
  const { NODE_COMPILE_CACHE: _, ...inherited } = process.env;
  const env = { ...inherited, XDG_CACHE_HOME: caches, ...more };
  await promisify(execFile)(process.execPath, ["src/cli.ts", "templates"], { env });
  return readdir(caches, { recursive: true }).catch(() => []);
}

test("what Node compiled is kept in the account's own folder of caches", async () => {
  const files = await kept("asked");
  expect(files).toContain(join("depositary", "compiled"));
  expect(files.length).toBeGreaterThan(20);
});

test("nothing is kept where that is forbidden", async () => {
  expect(await kept("forbidden", { NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual([]);
});
