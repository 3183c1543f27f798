import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "rolldown";
import { parse } from "yaml";
import { divide, keysAmong } from "./language-file.ts";

/** The condition of package.json under which `#languages/*` are the modules of a bundle. */
export const bundled = "bundled";

/**
 * Puts the files of `templates/languages` into a bundle. What is printed around a text and what closes it are two
 * modules, so that a page which shows a text loads only the former.
 */
export const languagesAtBuild = (root: string): Plugin => ({
  name: "languages-at-build",
  resolveId: (source) => (isOurs(source) ? `\0${source}` : null),
  async load(id) {
    if (!isOurs(id.slice(1))) return null;
    const { files, others } = await readLanguages(root);
    if (id.endsWith("formulas")) return exported("formulas", files, "formulas");
    return `${exported("files", files, "marks")}\nexport const others = ${JSON.stringify(others)};`;
  },
});

/** The same, where each file is a module of its own: the Worker packs them with its other words. */
export const languagesByFile = (root: string): Plugin => ({
  name: "languages-by-file",
  resolveId: (source) => (isOurs(source) ? `\0${source}` : null),
  async load(id) {
    if (!isOurs(id.slice(1))) return null;
    const keys = await keysIn(root);
    const file = (name: string) => JSON.stringify(join(folderIn(root), `${name}.yaml`));
    const of = id.endsWith("formulas") ? "formulas" : "marks";
    return [
      `import { divide } from ${JSON.stringify(join(root, "src/text/language/language-file.ts"))};`,
      ...keys.map((key, index) => `import file${index} from ${file(key)};`),
      `const entries = [${keys.map((key, index) => `[${JSON.stringify(key)}, divide(file${index}).${of}]`)}];`,
      `export const ${of === "marks" ? "files" : of} = Object.fromEntries(entries);`,
      ...(of === "marks"
        ? [`import all from ${file("others")};`, "export const others = all.languages;"]
        : []),
    ].join("\n");
  },
});

const isOurs = (id: string) => /^virtual:language-(marks|formulas)$/.test(id);
const folderIn = (root: string) => join(root, "templates/languages");

async function keysIn(root: string): Promise<string[]> {
  return keysAmong(await readdir(folderIn(root)));
}

type Files = Record<string, ReturnType<typeof divide>>;

async function readLanguages(root: string): Promise<{ files: Files; others: unknown }> {
  const read = async (key: string) =>
    parse(await readFile(join(folderIn(root), `${key}.yaml`), "utf8"));
  const keys = await keysIn(root);
  const files = await Promise.all(keys.map(async (key) => [key, divide(await read(key))] as const));
  return { files: Object.fromEntries(files), others: (await read("others")).languages };
}

function exported(name: string, files: Files, part: "marks" | "formulas"): string {
  const parts = Object.entries(files).map(([key, file]) => [key, file[part]]);
  return `export const ${name} = ${JSON.stringify(Object.fromEntries(parts))};`;
}
