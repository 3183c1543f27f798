import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Formulas, Marks } from "./data.ts";
import { divide, keysAmong } from "./language-file.ts";

/**
 * The languages of `templates/languages`, each read when it is first needed. Builds for browsers and Workers, which
 * have no folder, contain the same files: `at-build.ts`.
 */
const folder = join(import.meta.dirname, "../../../templates/languages");

type File = { marks: Marks; formulas: Formulas };

let keys: string[] | undefined;
let others: Record<string, Marks> | undefined;
const files = new Map<string, File>();

/** The languages with a file of their own, and so with a closing formula. */
export function keysOfFiles(): string[] {
  keys ??= keysAmong(readdirSync(folder));
  return keys;
}

function readFile(key: string): File | undefined {
  const known = files.get(key);
  if (known || !keysOfFiles().includes(key)) return known;
  const file = divide(parse(readFileSync(join(folder, `${key}.yaml`), "utf8")));
  files.set(key, file);
  return file;
}

/** What a shipped language prints around its text. */
export function shippedMarks(key: string): Marks | undefined {
  return keysOfFiles().includes(key) ? readFile(key)?.marks : readOther(key);
}

/** The closing formulas of a shipped language. */
export function shippedFormulas(key: string): Formulas | undefined {
  return readFile(key)?.formulas;
}

/** The marks of a language without a file of its own. */
function readOther(key: string): Marks | undefined {
  others ??= parse(readFileSync(join(folder, "others.yaml"), "utf8")).languages as Record<
    string,
    Marks
  >;
  return Object.hasOwn(others, key) ? others[key] : undefined;
}
