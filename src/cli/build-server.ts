import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { OutputAsset, OutputChunk, Plugin } from "rolldown";
import {
  currentBundle,
  type Input,
  inputOf,
  type Made,
  madeFile,
  readMade,
  serverFolder,
} from "./server-bundle.ts";

const root = join(import.meta.dirname, "../..");

/** What is started: the command line, and the process that verifies strangers' files. */
const entries = { run: "src/cli/run.ts", verifier: "src/pdf/verify/process/main.ts" };

/**
 * Packages that are optional or installed by hand, and the bundler itself. They stay files of their own, and are found
 * as they are without a bundle.
 */
const external = [/^@opentelemetry\/sdk-/, "koffi", "pg-native", "rolldown", "vite"];

/** Bundles the server unless the last bundle is of the sources as they are. */
export async function ensureServer(): Promise<void> {
  if (!currentBundle(root)) await buildServer();
}

/**
 * Bundles the server into a folder of `dist/server`, with source maps. The bundle of a running service stays until the
 * build after the next. Throws if a source changes during the build.
 */
export async function buildServer(): Promise<void> {
  const { rolldown } = await import("rolldown");
  const began = Date.now();
  const bundle = await rolldown({
    cwd: root,
    input: entries,
    platform: "node",
    external,
    plugins: [keepPlaces],
    // Packages warn of what they do not use.
    logLevel: "silent",
  });
  const { output } = await bundle.generate({
    // As deep as the folder that it will be in, so that source maps are right.
    dir: join(serverFolder(root), "bundle"),
    format: "esm",
    sourcemap: true,
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    intro: `const packagesFolder = import.meta.dirname + "/../../../node_modules";`,
  });
  await bundle.close();
  const inputs = inputsOf(output, began);
  await keep(output, inputs);
}

/** The project's own files, and of each package the file that names its version. */
function inputsOf(output: Output, began: number): Input[] {
  const modules = output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
  const paths = modules
    .filter((id) => id.startsWith(root))
    .map((id) =>
      relative(root, id).replace(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*/, "$1/package.json"),
    );
  const inputs = [...new Set([...paths, "package.json"])].sort().map((path) => inputOf(root, path));
  const changed = inputs.find(([, , mtimeMs]) => mtimeMs >= began);
  if (changed) throw new Error(`${changed[0]} changed during the build. Build again.`);
  return inputs;
}

type Output = readonly (OutputChunk | OutputAsset)[];

async function keep(output: Output, inputs: Input[]): Promise<void> {
  const parts = output.map(
    (part) => [part.fileName, part.type === "chunk" ? part.code : part.source] as const,
  );
  const digest = createHash("sha256");
  for (const [name, content] of parts) digest.update(name).update(content);
  const folder = digest.digest("hex").slice(0, 16);
  const home = serverFolder(root);
  await mkdir(join(home, folder), { recursive: true });
  for (const [name, content] of parts) await writeFile(join(home, folder, name), content);
  const last = readMade(root)?.folder;
  const made: Made = { folder, inputs };
  // In one step, for those who read it meanwhile.
  const draft = `${madeFile(root)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(made));
  await rename(draft, madeFile(root));
  for (const name of await readdir(home)) {
    const isOld = /^[0-9a-f]{16}$/.test(name) && name !== folder && name !== last;
    if (isOld) await rm(join(home, name), { recursive: true });
  }
}

/** Written so that this file, which is bundled too, is not changed. */
const here = ["import", "meta", "dirname"].join(".");
const verifier = `join(${here}, "main.ts")`;

/** Lets each module see the folder of its source, and the verifier's starter the bundled verifier. */
const keepPlaces: Plugin = {
  name: "keep-places",
  transform(code, id) {
    if (!code.includes(here) && !/__(?:dir|file)name\b/.test(code)) return null;
    const path = relative(root, id);
    const [, inPackages] = path.match(/^node_modules\/(.*)$/) ?? [];
    if (inPackages) {
      const place = (from: string) => `(packagesFolder + ${JSON.stringify(`/${from}`)})`;
      return code
        .replaceAll(/\b__dirname\b/g, place(dirname(inPackages)))
        .replaceAll(/\b__filename\b/g, place(inPackages));
    }
    const place = `(${here} + ${JSON.stringify(`/../../../${dirname(path)}`)})`;
    return code
      .split(verifier)
      .map((part) => part.replaceAll(here, place))
      .join(`join(${here}, "verifier.js")`);
  },
};
