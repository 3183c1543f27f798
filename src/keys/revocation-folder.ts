import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "#src/config/config.ts";
import { type NamedList, openList } from "#src/pdf/revocation/find-lists.ts";

/** A list larger than this is not read: it names no more than five million certificates in less. */
const largestListBytes = 256 * 1024 * 1024;

type Kept = { mark: string; opened: NamedList };

/**
 * The lists in a folder (`*.crl`, DER or PEM), by file name. The folder is looked at again at each use, so that a new list
 * counts at once; a file that has not changed is read once. A file that cannot be used is among them and says why: it
 * stops nothing but what needs it. Nothing for no folder.
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
