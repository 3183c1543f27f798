import {
  type Judged,
  type Load,
  type Row,
  rounded,
  type SuiteResult,
  type Table,
} from "../figures.ts";
import type { Suite } from "../suites.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Length } from "./options.ts";

/** One suite's last run. */
export type Kept = {
  at: string;
  commit: string;
  machine: string;
  length: Length;
  seconds: number;
} & ({ result: SuiteResult } | { failed: string });

/** What docs/benchmarks.json holds: the figures that the page is written from. */
export type Results = { versions: Record<string, string>; suites: Record<string, Kept> };

export const notesBegin = "<!-- notes: written by hand, kept by npm run bench -->";

/** The whole page. `notes` is its part written by hand, from the marker on. */
export function pageOf(
  { versions, suites: kept }: Results,
  suites: Suite[],
  notes: string,
): string {
  const ran = suites.flatMap((suite) => {
    const one = kept[suite.name];
    return one ? [{ suite, one }] : [];
  });
  const missing = suites.filter(({ name }) => !kept[name]);
  const parts = [
    introduction,
    runsOf(ran),
    failuresOf(ran),
    missing.length > 0 && `Not run yet: ${missing.map(({ name }) => name).join(", ")}.`,
    "## Goals",
    goalsOf(ran),
    badInputOf(ran),
    "## Versions",
    markdownTable(
      ["", "version"],
      Object.entries(versions).map(([name, version]) => [name, version]),
    ),
    ...ran.map(({ suite, one }) => sectionOf(suite, one)),
    notes.trim(),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const introduction = `# Benchmarks

\`npm run bench\` measures all of this and writes this page and [benchmarks.json](benchmarks.json); only the notes at the end
are written by hand. \`npm run bench -- --only acts,seal\` runs some suites, \`--quick\` takes short turns, and
\`--compare REV\` measures two commits in turn ([ADR 0121](adr/0121-one-bench.md)).

What is compared takes turns in one run. The median is of all turns or requests, "low–high" their whole spread. A ratio is the
median of the ratios of each turn if both sides were measured in the same turns. "Others" is how many cores other programs used
meanwhile: above a tenth of a core, trust ratios more than milliseconds. A quick run has fewer turns and less data.`;

type Ran = { suite: Suite; one: Kept }[];

function runsOf(ran: Ran): string {
  const runs = new Map<string, string[]>();
  for (const { suite, one } of ran) {
    const key = JSON.stringify([day(one.at), one.commit, one.length, one.machine]);
    runs.set(key, [...(runs.get(key) ?? []), suite.name]);
  }
  return markdownTable(
    ["run on", "commit", "length", "machine", "suites"],
    [...runs].map(([key, names]) => [
      ...(JSON.parse(key) as string[]),
      runs.size === 1 ? "all on this page" : names.join(", "),
    ]),
  );
}

function failuresOf(ran: Ran): string {
  return ran
    .flatMap(({ suite, one }) =>
      "failed" in one ? [`**The suite ${suite.name} failed.** ${plain(one.failed)}`] : [],
    )
    .join("\n\n");
}

function goalsOf(ran: Ran): string {
  const rows = ran.flatMap(({ suite, one }) =>
    "result" in one
      ? one.result.tables.flatMap((table) =>
          table.rows.flatMap((row) =>
            row.goals.map((goal) => [
              `[${suite.title}](#${anchor(suite.title)}): ${row.what}${tableNamed(row, table, one.result)}`,
              goalText(goal, table),
              measuredText(goal, table),
              goal.met ? "met" : "**MISSED**",
              one.result.load.others?.toFixed(1) ?? "",
            ]),
          ),
        )
      : [],
  );
  if (rows.length === 0) return "None was measured.";
  const missed = rows.filter(([, , , met]) => met !== "met").length;
  const others = Math.max(
    ...ran.map(({ one }) => ("result" in one ? (one.result.load.others ?? 0) : 0)),
  );
  const busy =
    others < 0.2
      ? ""
      : ` Other programs used up to ${others.toFixed(1)} cores of this machine meanwhile: a goal in milliseconds that is missed here may be met on an idle machine.`;
  return `${rows.length - missed} met, ${missed} missed.${busy}\n\n${markdownTable(["what", "goal", "measured", "", "cores used by others"], rows)}`;
}

/** The table of a row whose name other tables of the suite have too. */
function tableNamed({ what }: Row, { title }: Table, { tables }: SuiteResult): string {
  const same = tables.filter(({ rows }) =>
    rows.some((row) => row.what === what && row.goals.length > 0),
  );
  return same.length > 1 ? ` (${title})` : "";
}

/** What people could do to make the service slow, and the slowest row of each such thing. */
function badInputOf(ran: Ran): string {
  const worst = new Map<string, { suite: Suite; table: Table; row: Row; rows: number }>();
  for (const { suite, one } of ran) {
    if ("failed" in one) continue;
    for (const table of one.result.tables) {
      for (const row of table.rows) {
        if (!row.badInput) continue;
        const known = worst.get(row.badInput);
        const slowest = known && known.row.p95 >= row.p95 ? known : { suite, table, row };
        worst.set(row.badInput, { ...slowest, rows: (known?.rows ?? 0) + 1 });
      }
    }
  }
  if (worst.size === 0) return "";
  const cells = [...worst].map(([what, { suite, table, row, rows }]) => [
    what,
    `[${suite.title}](#${anchor(suite.title)}), ${table.title}: ${row.what}`,
    `${show(row.median)} ${table.unit}`,
    `${show(row.p95)} ${table.unit}`,
    String(rows),
  ]);
  const head = ["bad input", "slowest of its requests", "median", "p95", "requests"];
  return `## Bad input\n\n${markdownTable(head, cells)}`;
}

function sectionOf(suite: Suite, one: Kept): string {
  const parts = [`## ${suite.title}`, suite.about];
  if ("failed" in one) {
    parts.push(`**Failed** on ${day(one.at)} at ${one.commit}: ${plain(one.failed)}`);
  } else {
    const { tables, notes, load } = one.result;
    parts.push(...tables.flatMap((table) => [`**${table.title}**`, tableText(table)]), ...notes);
    parts.push(
      `\`node ${[...(suite.flags ?? []), suite.script].join(" ")}\`, ${one.seconds} s, ${loadText(load)}.`,
    );
  }
  return parts.join("\n\n");
}

function tableText(table: Table): string {
  const { rows, unit, better, reference } = table;
  const also = [...new Set(rows.flatMap((row) => Object.keys(row.also)))];
  const tail = better === "less" && rows.some(({ n }) => n >= 20);
  const tail99 = better === "less" && rows.some(({ n }) => n >= 100);
  const goals = rows.some((row) => row.goals.length > 0);
  const only = (wanted: unknown, text: string) => (wanted ? [text] : []);
  const head = [
    "",
    `median, ${unit}`,
    ...only(tail, "p95"),
    ...only(tail99, "p99"),
    "low–high",
    "n",
    ...only(reference !== null, `times ${reference}`),
    ...also,
    ...only(goals, "goal"),
  ];
  const cells = (row: Row) => [
    row.what,
    show(row.median),
    ...only(tail, row.n >= 20 ? show(row.p95) : ""),
    ...only(tail99, row.n >= 100 ? show(row.p99) : ""),
    `${show(row.low)}–${show(row.high)}`,
    String(row.n),
    ...only(reference !== null, ratioText(row)),
    ...also.map((name) => String(row.also[name] ?? "")),
    ...only(
      goals,
      row.goals
        .map((goal) => `${goalText(goal, table)}: ${goal.met ? "met" : "**MISSED**"}`)
        .join("; "),
    ),
  ];
  return markdownTable(head, rows.map(cells));
}

function ratioText({ ratio }: Row): string {
  if (!ratio) return "1";
  const spread = ratio.low === ratio.high ? "" : ` (${show(ratio.low)}–${show(ratio.high)})`;
  return `${show(ratio.median)}${spread}`;
}

function goalText({ of, least, most }: Judged, { unit, reference }: Table): string {
  const what = of === "ratio" ? "" : `${of} `;
  const after = of === "ratio" ? ` times ${reference}` : ` ${unit}`;
  const bound = least === undefined ? `≤ ${show(most ?? 0)}` : `≥ ${show(least)}`;
  return `${what}${bound}${after}`;
}

function measuredText({ of, measured }: Judged, { unit }: Table): string {
  return `${show(measured)}${of === "ratio" ? "" : ` ${unit}`}`;
}

function loadText({ before, after, others }: Load): string {
  const cores = others === null ? "" : `, others used ${others.toFixed(1)} cores`;
  return `load ${before.toFixed(1)} before and ${after.toFixed(1)} after${cores}`;
}

function show(value: number): string {
  return rounded(value).toLocaleString("en", { maximumFractionDigits: 6 });
}

/** A line without what Markdown would read as a mark. */
function plain(text: string): string {
  return text
    .replaceAll(/[<>|`*_]/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 400)
    .trim();
}

function day(at: string): string {
  return at.slice(0, 10);
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}
