import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "../suites.ts";
import { notesBegin, pageOf, type Results } from "./page.ts";

/** The checkout in whose `docs` the page is, and the suites that belong on it. */
export type Page = { root: string; suites: Suite[] };

/**
 * Adds a run's figures to those that are kept, in place of the same suites' earlier ones, and writes the page from all. The
 * page's notes stay as they are.
 */
export function writePage({ root, suites }: Page, more: Results | null): void {
  const [page, file] = ["docs/BENCHMARKS.md", "docs/benchmarks.json"].map((name) =>
    join(root, name),
  );
  if (!page || !file) return;
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : null;
  const results = {
    versions: more?.versions ?? kept?.versions ?? {},
    suites: { ...kept?.suites, ...more?.suites },
  };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  const old = existsSync(page) ? readFileSync(page, "utf8") : "";
  writeFileSync(page, pageOf(results, suites, notesOf(old)));
}

/** The part of the page that is written by hand, with its marker. */
export function notesOf(page: string): string {
  const at = page.indexOf(notesBegin);
  return at < 0 ? `${notesBegin}\n\n## Notes\n` : page.slice(at);
}
