import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contract } from "#src/http/api/openapi.ts";
import { createApp } from "#src/http/app.ts";
import type { CheckWords } from "#src/http/lighter-at-the-edge/check-words.ts";
import type { ProblemWords } from "#src/http/lighter-at-the-edge/problem-words.ts";
import { checkLists } from "#src/text/checks/check-lists.ts";
import { sentences } from "#src/text/checks/sentence-words.ts";
import titles from "../../templates/problem-titles.json" with { type: "json" };
import words from "../../templates/problems.json" with { type: "json" };
import { webFolder } from "./build-web.ts";
import { bundleEdge, type EdgeBundle } from "./edge-bundle.ts";

/**
 * `npm run build:edge`, which `wrangler.toml` names as its build: bundles the Worker into `dist/edge`, and puts the contract
 * and the words of refusals and of checks, which it reads when it first needs them, among the files of the web app. Wrangler
 * uploads these files as they are.
 */
const root = join(import.meta.dirname, "../..");
const folder = join(root, "dist/edge");
await Promise.all([folder, webFolder].map((path) => mkdir(path, { recursive: true })));
const app = createApp(() => {
  throw new Error("The contract is written without a request.");
});
await keep(webFolder, { name: "openapi.json", content: JSON.stringify(contract(app)) });
const refusals: ProblemWords = { words, titles };
await keep(webFolder, { name: "refusals.json", content: JSON.stringify(refusals) });
const checks: CheckWords = { lists: checkLists(), sentences };
await keep(webFolder, { name: "checks.json", content: JSON.stringify(checks) });
// What the script needs comes before the script.
for (const file of (await bundleEdge(root)).files.toReversed()) await keep(folder, file);

/** In one step: another process may be reading the file. */
async function keep(into: string, { name, content }: EdgeBundle["files"][number]): Promise<void> {
  const draft = join(into, `.${name}.${process.pid}`);
  await writeFile(draft, content);
  await rename(draft, join(into, name));
}
