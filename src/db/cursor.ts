import type { Db } from "./db.ts";

/** Where a page of a list ends: the time and id of its last row. `asOf`: when the first page was read. */
export type Cursor = { at: string; id: string; asOf?: string };

/** The key that authenticates cursors, the same for every process of a deployment; read once. */
export function openCursorKey(db: Db): () => Promise<Uint8Array> {
  let read: Promise<Uint8Array> | undefined;
  return () => {
    read ??= readKey(db).catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    return read;
  };
}

async function readKey(db: Db): Promise<Uint8Array> {
  const { key } = await db.selectFrom("cursor_keys").select("key").executeTakeFirstOrThrow();
  return key;
}
