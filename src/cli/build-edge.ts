import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleEdge, type EdgeBundle } from "./edge-bundle.ts";

/**
 * `npm run build:edge`, which `wrangler.toml` names as its build: bundles the Worker into `dist/edge`. Wrangler uploads
 * these files as they are.
 */
const root = join(import.meta.dirname, "../..");
const folder = join(root, "dist/edge");
await mkdir(folder, { recursive: true });
// What the script needs comes before the script.
for (const { name, content } of (await bundleEdge(root)).files.toReversed())
  await keep(name, content);

/** In one step: another process may be reading the file. */
async function keep(name: string, content: EdgeBundle["files"][number]["content"]): Promise<void> {
  const draft = join(folder, `.${name}.${process.pid}`);
  await writeFile(draft, content);
  await rename(draft, join(folder, name));
}
