import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A file that a bundle was made of: its path from the root, bytes, time of change in ms, and sha-256. */
export type Input = readonly [path: string, size: number, mtimeMs: number, sha256: string];

/** `dist/server/made.json`: the folder of the last bundle and what it was made of. */
export type Made = { folder: string; inputs: readonly Input[] };

export const serverFolder = (root: string) => join(root, "dist/server");
export const madeFile = (root: string) => join(serverFolder(root), "made.json");

/**
 * The URL of the bundled server, or null if there is none or if any of its inputs has changed since. A file with
 * another time of change is read again, so that a copied installation keeps its bundle.
 */
export function currentBundle(root: string): string | null {
  const made = readMade(root);
  if (!made?.inputs.every((input) => isUnchanged(root, input))) return null;
  const file = join(serverFolder(root), made.folder, "run.js");
  return existsSync(file) ? pathToFileURL(file).href : null;
}

export function readMade(root: string): Made | null {
  try {
    return JSON.parse(readFileSync(madeFile(root), "utf8"));
  } catch {
    return null;
  }
}

/** The file as it is now. */
export function inputOf(root: string, path: string): Input {
  const file = join(root, path);
  const { size, mtimeMs } = statSync(file);
  return [path, size, mtimeMs, digestOf(file)];
}

function isUnchanged(root: string, [path, size, mtimeMs, digest]: Input): boolean {
  const file = join(root, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.size !== size) return false;
  return found.mtimeMs === mtimeMs || digestOf(file) === digest;
}

function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
