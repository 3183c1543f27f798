import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rounded, type SuiteResult } from "../figures.ts";
import { type Compared, compareTurns } from "./compare.ts";
import { commitAt, describeMachine } from "./machine.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Options } from "./options.ts";
import { runSuite } from "./run-suite.ts";
import { commitOf, takeSuites, withWorktree } from "./worktree.ts";

/**
 * Measures another commit and this checkout in turn, suite by suite, and prints for each figure both medians, both spreads, their
 * ratio, and whether the difference exceeds the spread. Writes the same to dist/bench/compare.md.
 */
export async function compareCommits(
  root: string,
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  const revision = options.compare ?? "";
  const title = `${commitOf(root, revision).slice(0, 10)} (${revision}) before, ${commitAt(root)} after`;
  const parts = [
    `# ${title}`,
    `${describeMachine()}; ${options.turns} turns each, ${options.length}.`,
  ];
  await withWorktree(root, revision, async (worktree) => {
    if (options.sameSuites) takeSuites(root, worktree);
    for (const suite of options.chosen) {
      const sides = [
        { name: "before", root: worktree, results: [] as SuiteResult[] },
        { name: "after", root, results: [] as SuiteResult[] },
      ];
      let failed = "";
      for (let turn = 0; turn < options.turns && !failed; turn++) {
        // Each side is first in every second turn.
        for (const side of turn % 2 === 0 ? sides : sides.toReversed()) {
          if (signal.aborted) return;
          console.log(`${suite.name}, turn ${turn + 1}, ${side.name} …`);
          const logs = join(root, "dist/bench", side.name);
          const outcome = await runSuite(suite, { ...options, root: side.root, logs, signal });
          if ("failed" in outcome) failed = `**${side.name}: ${outcome.failed}**`;
          else side.results.push(outcome.result);
          if (failed) break;
        }
      }
      parts.push(
        `## ${suite.title}`,
        failed || comparison(sides[0]?.results ?? [], sides[1]?.results ?? []),
      );
    }
  });
  if (signal.aborted) return;
  const text = `${parts.join("\n\n")}\n`;
  mkdirSync(join(root, "dist/bench"), { recursive: true });
  writeFileSync(join(root, "dist/bench/compare.md"), text);
  console.log(`\n${text}`);
}

function comparison(before: SuiteResult[], after: SuiteResult[]): string {
  const { rows, lacking } = compareTurns(before, after);
  const head = ["table", "figure", "unit", "before", "after", "ratio", "verdict"];
  const table = markdownTable(head, rows.map(cells));
  const named = lacking.length > 0 ? `\n\nOn one side only: ${lacking.join("; ")}.` : "";
  return table + named;
}

function cells({ table, what, unit, before, after, ratio, verdict }: Compared): string[] {
  const show = ({ median, low, high }: Compared["before"]) =>
    `${rounded(median)} (${rounded(low)}–${rounded(high)})`;
  return [table, what, unit, show(before), show(after), String(rounded(ratio)), verdict];
}
