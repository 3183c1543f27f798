import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { synchronize, writeDurably } from "#src/bytes/durable-file.ts";
import { type ObjectStore, storeOn } from "./objects.ts";

/** Read-only from the start, so that no one changes an object by mistake. */
const readOnly = 0o400;

/**
 * Objects as files `ab/cd…`, attached ones as `attached/ab/cd…`, below `folder`, which is created at first use. A file
 * appears complete and on disk: written under a temporary name, synchronized, then renamed to its digest. Two puts of
 * one object at once rename the same bytes twice.
 */
export function objectsInFolder(folder: string): ObjectStore {
  const pathOf = (name: string) => {
    const digest = basename(name);
    return join(folder, dirname(name), digest.slice(0, 2), digest.slice(2));
  };
  let isMade = false;
  // Created once: if the folder is gone later, the disk is not mounted, and we must not write in its place.
  const makeFolder = async () => {
    if (!isMade) await mkdir(folder, { recursive: true, mode: 0o700 });
    isMade = true;
  };
  return storeOn({
    write: async (name, bytes, { replaces }) => {
      const path = pathOf(name);
      if (!replaces && (await exists(path))) return false;
      await makeFolder();
      const places = [dirname(path), dirname(dirname(path))];
      for (const place of places.toReversed()) {
        if (place !== folder) await mkdir(place, { mode: 0o700 }).catch(unlessCode("EEXIST"));
      }
      const draft = join(folder, `draft-${randomUUID()}`);
      try {
        await writeDurably(draft, bytes, readOnly);
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
      for (const place of new Set([...places, folder])) await synchronize(place);
      return true;
    },
    read: async (name) => {
      const bytes = await readFile(pathOf(name)).catch(unlessCode("ENOENT"));
      return bytes ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : null;
    },
    exists: (name) => exists(pathOf(name)),
    remove: (name) => rm(pathOf(name), { force: true }),
    sweepDrafts: async (before) => {
      const names = (await readdir(folder).catch(unlessCode("ENOENT"))) ?? [];
      const drafts = names.filter((name) => name.startsWith("draft-"));
      const old = async (name: string) => {
        const found = await stat(join(folder, name)).catch(unlessCode("ENOENT"));
        return found !== undefined && found.mtime < before;
      };
      const isOld = await Promise.all(drafts.map(old));
      const left = drafts.filter((_, nth) => isOld[nth]);
      for (const name of left) await rm(join(folder, name), { force: true });
      return left.length;
    },
    check: async () => {
      await makeFolder();
      const draft = join(folder, `draft-${randomUUID()}`);
      try {
        await writeDurably(draft, new Uint8Array(1), readOnly);
      } finally {
        await rm(draft, { force: true });
      }
    },
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => {
      unlessCode("ENOENT")(error);
      return false;
    },
  );
}

function unlessCode(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && "code" in error && error.code === code)) throw error;
  };
}
