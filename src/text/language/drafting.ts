import { keysOfFiles } from "#languages/marks";
import { languagesOf } from "../languages.ts";

/**
 * The languages with a complete file, so that a text in them can be drafted, closed and printed: those of our letters
 * first, then the others in the order of their tags.
 */
export function draftingLanguages(): string[] {
  const first: readonly string[] = languagesOf("letters");
  return [...first, ...keysOfFiles().filter((key) => !first.includes(key))];
}
