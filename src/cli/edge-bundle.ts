import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type OutputAsset, type OutputChunk, type Plugin, rolldown } from "rolldown";
import { parse } from "yaml";
import { takeApart } from "#src/http/lighter-at-the-edge/by-language.ts";
import { bundled, languagesByFile } from "#src/text/language/at-build.ts";
import { lighterAtTheEdge } from "./lighter-at-the-edge.ts";
import { withoutContract } from "./without-contract.ts";

export type EdgeBundle = {
  /** The script first, then what it loads and its source map. */
  files: { name: string; content: string | Uint8Array }[];
  /** The files whose code is in the script and whose words are in the packed file, from the root. */
  modules: string[];
  /** The modules of the platform that the script imports, such as `node:net`. */
  imports: string[];
};

/**
 * The Worker, as UTF-8 and minified, with its words packed into a file of their own. Wrangler's own bundler escapes each
 * letter that is not Latin, and keeps the name of each function: docs/adr/0154.
 */
export async function bundleEdge(root: string): Promise<EdgeBundle> {
  const bundle = await rolldown({
    cwd: root,
    input: { edge: "src/edge.ts" },
    platform: "neutral",
    resolve: {
      conditionNames: [bundled, "workerd", "worker", "browser", "module", "default"],
      mainFields: ["browser", "module", "main"],
    },
    external: [/^(cloudflare|node):/, /\.bin$/, "pg-native"],
    makeAbsoluteExternalsRelative: false,
    treeshake: { manualPureFunctions: ["z"] },
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    plugins: [
      withoutContract(root),
      languagesByFile(root),
      lighterAtTheEdge(root),
      namedByNode,
      packedWords(root),
      loadedAtOnce(root),
    ],
    // Packages warn of what they do not use.
    logLevel: "silent",
  });
  const { output } = await bundle.generate({
    dir: join(root, "dist/edge"),
    format: "esm",
    codeSplitting: false,
    minify: true,
    comments: false,
    sourcemap: true,
  });
  await bundle.close();
  return filesOf(root, output);
}

async function filesOf(
  root: string,
  output: readonly (OutputChunk | OutputAsset)[],
): Promise<EdgeBundle> {
  const scripts = output.filter((part) => part.type === "chunk");
  const modules = scripts
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => id.startsWith(root))
    .map((id) => relative(root, id).replaceAll("\\", "/"));
  const words = modules.filter(isWords).sort();
  return {
    files: [
      ...scripts.map(({ fileName, code }) => ({ name: fileName, content: code })),
      { name: "words.bin", content: await packWords(root, words) },
      ...output.flatMap((part) =>
        part.type === "asset" ? [{ name: part.fileName, content: part.source }] : [],
      ),
    ],
    modules,
    imports: scripts.flatMap(({ imports }) => imports),
  };
}

/** A Worker finds Node's modules by their full name; packages often leave `node:` out. */
const namedByNode: Plugin = {
  name: "named-by-node",
  resolveId(source, importer) {
    if (importer?.startsWith("\0")) return null;
    const name = source.replace(/^node:/, "");
    return builtinModules.includes(name) ? `\0node:${name}` : null;
  },
  load(id) {
    if (!id.startsWith("\0node:")) return null;
    const name = JSON.stringify(id.slice(1));
    // The third is what `require` answers with.
    return `export * from ${name}; export { default, default as "module.exports" } from ${name};`;
  },
};

/**
 * What Node loads when it is first needed is one file here in any case. As an ordinary import, only what is used of it
 * and of what it imports is kept: else all of Kysely would be.
 */
const loadedAtOnce = (root: string): Plugin => ({
  name: "loaded-at-once",
  transform(code, id) {
    if (!id.startsWith(join(root, "src"))) return null;
    const imports: string[] = [];
    const changed = code.replaceAll(/\bimport\(("[^"]+")\)/g, (_, source) => {
      imports.push(`import * as loaded${imports.length} from ${source};`);
      return `Promise.resolve(loaded${imports.length - 1})`;
    });
    return imports.length > 0 ? `${imports.join("")}${changed}` : null;
  },
});

const isWords = (path: string) => /\.(json|yaml)$/.test(path);

/** Each file of words becomes a look-up in the packed ones. */
const packedWords = (root: string): Plugin => ({
  name: "packed-words",
  load(id) {
    if (!id.startsWith(root) || !isWords(id)) return null;
    const words = join(root, "src/http/lighter-at-the-edge/words.ts");
    const path = relative(root, id).replaceAll("\\", "/");
    const code = `import { words } from ${JSON.stringify(words)}; export default words[${JSON.stringify(path)}];`;
    return { code, moduleType: "js" };
  },
});

const readWords = (path: string, text: string) =>
  path.endsWith(".yaml") ? parse(text) : JSON.parse(text);

/** The files of words by their paths, as `words.ts` reads them. */
async function packWords(root: string, paths: string[]): Promise<Uint8Array> {
  const entries = paths.map(
    async (path) => [path, readWords(path, await readFile(join(root, path), "utf8"))] as const,
  );
  const words = Object.fromEntries(await Promise.all(entries));
  const text = Buffer.from(JSON.stringify(takeApart(words)));
  const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(text, {
    params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}
