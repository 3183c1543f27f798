import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Found, literals } from "./literals.ts";
import { isOfWords } from "./of-words.ts";
import type { Built } from "./recorder.ts";

/** The expressions that the sources build from words, as `build-all.ts` builds them in a process of its own. */
export function built(): Built[] {
  const program = join(import.meta.dirname, "build-all.ts");
  const printed = execFileSync(process.execPath, [program], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(printed) as Built[];
}

/** All expressions that the checker must see: written, or built of more than words. */
export function allExpressions(): Found[] {
  return [...literals(), ...built()].filter(({ source }) => !isOfWords(source));
}
