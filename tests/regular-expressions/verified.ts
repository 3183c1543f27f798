import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Expression } from "./literals.ts";

const file = join(import.meta.dirname, "verified.txt");
const { version } = createRequire(import.meta.url)("recheck/package.json");

/**
 * Names an expression in `verified.txt`: by its text, its flags and the checker's release, so that a change of any of them
 * has it verified again.
 */
export function nameOf({ source, flags }: Expression): string {
  const named = `recheck ${version} /${source}/${flags}`;
  return createHash("sha256").update(named).digest("hex").slice(0, 24);
}

/** The expressions that were found safe when `npm run expressions` wrote the file. */
export const verified: ReadonlySet<string> = new Set(
  readFileSync(file, "utf8").split("\n").filter(Boolean),
);

export function writeVerified(names: Iterable<string>): void {
  writeFileSync(file, `${[...new Set(names)].sort().join("\n")}\n`);
}
