import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { Refusal } from "#src/errors.ts";
import { decodeText } from "./decode-text.ts";
import { hiddenIn } from "./policy.ts";

/**
 * Every text file below a folder, by its path within it with `/` between the parts. Drops byte order marks. Reads only
 * files named as YAML, Markdown or JSON.
 * @throws Refusal `undecodable-text` with file, line, column and byte if a file is not UTF-8 or contains U+FFFD
 */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && texts.test(entry.name));
  const contents = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const key = relative(folder, path).split(sep).join("/");
      return [key, readText(await readFile(path), key)] as const;
    }),
  );
  return Object.fromEntries(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const texts = /^[^.].*\.(yaml|md|json)$/;

function readText(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes);
  if ("text" in decoded && !decoded.text.includes("\ufffd")) return decoded.text;
  const fault =
    "fault" in decoded ? decoded.fault : hiddenIn(decoded.text, { kind: "body", language: "" })[0];
  const errors = [{ ...fault, file, detail: fault?.detail ?? "" }];
  throw new Refusal("undecodable-text", `${file} is not a text in UTF-8.`, { errors });
}
