import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Letter } from "./send-compose.ts";

/** A letter in the folder: `file` names its .eml; `date` is when it was last written there (RFC 3339, UTC). */
export type KeptLetter = Letter & { file: string; date: string };

/** The letters written to the data folder because no mail server is set, newest first. */
export async function listLetters(dataDir: string): Promise<KeptLetter[]> {
  const folder = join(dataDir, "letters");
  const names = await readdir(folder).catch(() => []);
  const letters = names
    .filter((name) => name.endsWith(".json"))
    .map(async (name) => ({
      ...(JSON.parse(await readFile(join(folder, name), "utf8")) as Letter),
      file: name.replace(/json$/, "eml"),
      date: (await stat(join(folder, name))).mtime.toISOString(),
    }));
  return (await Promise.all(letters)).sort((a, b) => b.date.localeCompare(a.date));
}
