import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const root = join(import.meta.dirname, "../..");
const sources = join(root, "src/web");
/** Part of the build, so that an office that adds a language sees its headings in the editor too. */
const languagesFolder = join(root, "templates/languages");
export const webFolder = join(root, "dist/web");

/** Builds the web app into dist/web, each file also compressed. */
export async function buildWeb(): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const words = [vite, "build", "--config", join(sources, "vite.config.ts"), "--logLevel", "warn"];
  // In its own process, so that the environment of this one does not change the result.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, words, { cwd: root, env });
  await compressAll();
}

/** Whether the development packages are installed. */
export function canBuild(): boolean {
  return existsSync(sources) && existsSync(join(root, "node_modules/vite"));
}

/** Whether no source of the web app is newer than the last build. */
export function isWebCurrent(): boolean {
  const built = join(webFolder, "index.html");
  if (!existsSync(built)) return false;
  const at = statSync(built).mtimeMs;
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  const languages = readdirSync(languagesFolder).map((file) => join(languagesFolder, file));
  const all = [...files.map((file) => join(sources, file)), ...languages];
  return [join(root, "package-lock.json"), ...all].every((file) => statSync(file).mtimeMs < at);
}

async function compressAll(): Promise<void> {
  const names = await readdir(webFolder, { recursive: true });
  const texts = names.filter((name) => /\.(js|mjs|css|svg|json|txt|wasm)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const file = join(webFolder, name);
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
    }),
  );
}
