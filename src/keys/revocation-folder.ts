import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "#src/config/config.ts";
import { type NamedList, openList } from "#src/pdf/revocation/find-lists.ts";

/** A larger list is not read: five million certificates fit into less. */
const largestListBytes = 256 * 1024 * 1024;

type Kept = { mark: string; opened: NamedList };

/**
 * The lists in a folder (`*.crl`, DER or PEM), by file name; none if there is no folder. Each call reads the folder
 * again, so that a new list counts at once, but an unchanged file is read once. An unusable file is listed with the
 * reason: only work that needs it stops.
 *
 * The returned function throws ConfigError if the folder itself cannot be read.
 */
export function openRevocationFolder(folder: string | null): () => Promise<NamedList[]> {
  const kept = new Map<string, Kept>();
  return async () => {
    if (!folder) return [];
    const names = await readdir(folder).catch((error: Error) => {
      throw new ConfigError(`REVOCATION_DIR cannot be read: ${error.message}`);
    });
    const files = names.filter((name) => name.endsWith(".crl")).sort();
    for (const name of kept.keys()) if (!files.includes(name)) kept.delete(name);
    const lists: NamedList[] = [];
    for (const name of files) lists.push(await readOnce(folder, name, kept));
    return lists;
  };
}

async function readOnce(folder: string, name: string, kept: Map<string, Kept>): Promise<NamedList> {
  const path = join(folder, name);
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    const mark = [ino, size, mtimeMs, ctimeMs].join();
    const known = kept.get(name);
    if (known?.mark === mark) return known.opened;
    if (size > largestListBytes) {
      return { name, list: null, why: `is larger than ${largestListBytes / 1024 / 1024} MB` };
    }
    const { buffer, byteOffset, length } = await readFile(path);
    const opened = openList(new Uint8Array(buffer, byteOffset, length), name);
    kept.set(name, { mark, opened });
    return opened;
  } catch (error) {
    return { name, list: null, why: `cannot be read: ${(error as NodeJS.ErrnoException).code}` };
  }
}
