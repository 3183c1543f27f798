import { execFile } from "node:child_process";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { currentBundle, inputOf, madeFile, serverFolder } from "#src/cli/server-bundle.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
afterAll(() => folder.remove());
const root = join(import.meta.dirname, "../..");

/** A project of one source, with its bundle. */
function project(name: string): { home: string; source: string } {
  const home = join(folder.path, name);
  mkdirSync(join(home, "src"), { recursive: true });
  mkdirSync(join(serverFolder(home), "0123456789abcdef"), { recursive: true });
  writeFileSync(join(home, "src/one.ts"), "one");
  writeFileSync(join(serverFolder(home), "0123456789abcdef/run.js"), "");
  const made = { folder: "0123456789abcdef", inputs: [inputOf(home, "src/one.ts")] };
  writeFileSync(madeFile(home), JSON.stringify(made));
  return { home, source: join(home, "src/one.ts") };
}

test("the bundle is used while its sources are what they were, also in a copy with other times", () => {
  const { home, source } = project("same");
  const url = pathToFileURL(join(serverFolder(home), "0123456789abcdef/run.js")).href;
  expect(currentBundle(home)).toBe(url);
  utimesSync(source, new Date("2020-01-01"), new Date("2020-01-01"));
  expect(currentBundle(home)).toBe(url);
});

test.each<[string, (place: { home: string; source: string }) => unknown]>([
  [
    "a source changed, though it is as long and looks older",
    ({ source }) => {
      writeFileSync(source, "two");
      utimesSync(source, new Date("2020-01-01"), new Date("2020-01-01"));
    },
  ],
  ["a source is gone", ({ source }) => rm(source)],
  [
    "the bundle is gone",
    ({ home }) => rm(join(serverFolder(home), "0123456789abcdef"), { recursive: true }),
  ],
  ["the list of sources is cut off", ({ home }) => writeFileSync(madeFile(home), '{"folder":')],
  ["nothing was built", ({ home }) => rm(serverFolder(home), { recursive: true })],
])("the sources run if %s", async (name, change) => {
  const place = project(name);
  await change(place);
  expect(currentBundle(place.home)).toBeNull();
});

/** The modules that a process has loaded by its end, as paths from the root. */
async function loadedBy(imported: string, words: string[] = []): Promise<string[]> {
  const script = `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    process.once("exit", () => console.error(JSON.stringify(loaded)));
    await import(${JSON.stringify(imported)});`;
  const call = ["--input-type=module", "--eval", script, "--", ...words];
  const { stderr } = await promisify(execFile)(process.execPath, call, {
    cwd: root,
    maxBuffer: 10_000_000,
  });
  const here = pathToFileURL(root).href;
  return (JSON.parse(stderr) as string[]).map((url) => url.replace(here, ""));
}

test("a command of these tests runs from the bundle", async () => {
  const loaded = await loadedBy(pathToFileURL(join(root, "src/cli.ts")).href, ["cli", "help"]);
  expect(loaded.filter((url) => url.startsWith("/dist/server/"))).not.toEqual([]);
  expect(loaded.filter((url) => url.startsWith("/node_modules/"))).toEqual([]);
  expect(loaded).not.toContain("/src/cli/run.ts");
});

test("the API alone loads neither queue, typesetter, mailer nor passkeys until they are used", async () => {
  const loaded = await loadedBy("#src/cli/start.ts");
  expect(loaded).toContain("/src/http/app.ts");
  const later =
    /^\/src\/(jobs|pdf\/(typeset|instrument|comparison)|cli\/demo-agreements)\b|\/node_modules\/(bullmq|pdf-lib|harfbuzzjs|nodemailer|@simplewebauthn)\//;
  expect(loaded.filter((url) => later.test(url))).toEqual([]);
  expect(loaded.length).toBeLessThan(1600);
});
