import { open } from "node:fs/promises";

/** Writes a new file that is on disk when this resolves. Rejects if the name is taken. */
export async function writeDurably(
  path: string,
  content: Uint8Array | string,
  mode: number,
): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name survives a power cut only when its folder is on disk too; Windows has no such call. */
export async function synchronize(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
