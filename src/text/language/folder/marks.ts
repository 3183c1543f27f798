import type { Marks } from "../data.ts";
import { keysOfFiles, readFile, readOther } from "./read.ts";

export { keysOfFiles } from "./read.ts";

/** What a shipped language prints around its text. */
export function shippedMarks(key: string): Marks | undefined {
  return keysOfFiles().includes(key) ? readFile(key)?.marks : readOther(key);
}
