import { files, others } from "virtual:language-marks";
import type { Marks } from "../data.ts";

/** The languages with a file of their own, and so with a closing formula. */
export function keysOfFiles(): string[] {
  return Object.keys(files);
}

/** What a shipped language prints around its text. */
export function shippedMarks(key: string): Marks | undefined {
  if (Object.hasOwn(files, key)) return files[key];
  return Object.hasOwn(others, key) ? others[key] : undefined;
}
