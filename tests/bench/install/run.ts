/**
 * How long `npm ci` takes, `ROUNDS` times (3), and how large what it installs is: everything, and without development
 * packages. npm takes packages from its cache and the rest from the registry that it is set to.
 */
import { execFile } from "node:child_process";
import { copyFileSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freshFolder } from "#tests/support/folder.ts";
import { openReport } from "../report.ts";

const rounds = Number(process.env.ROUNDS ?? 3);
const root = join(import.meta.dirname, "../../..");
const report = openReport();
const folder = freshFolder();
for (const name of ["package.json", "package-lock.json", ".npmrc"]) {
  copyFileSync(join(root, name), join(folder.path, name));
}
const ways = [
  {
    what: "npm ci",
    words: ["ci"],
    goals: [{ of: "median", most: 40 } as const],
    found: [] as Installed[],
  },
  { what: "npm ci --omit=dev", words: ["ci", "--omit=dev"], goals: [], found: [] as Installed[] },
];
for (let round = 0; round < rounds; round++) {
  for (const way of ways) way.found.push(await install(way.words));
}
const parts = partsOf(join(folder.path, "node_modules"));
folder.remove();

const goal = [{ of: "median", most: 350 } as const];
report.table(
  "npm ci",
  { unit: "s" },
  ways.map(({ what, goals, found }) => ({
    what,
    goals,
    samples: found.map(({ seconds }) => seconds),
  })),
);
report.table(
  "What is installed",
  { unit: "MB" },
  ways.flatMap(({ what, found }) => {
    const goals = what.includes("omit") ? goal : [];
    return [
      {
        what: `${what}: sizes of the files`,
        goals,
        samples: found.map(({ size }) => megabytes(size)),
      },
      {
        what: `${what}: room on the disk`,
        goals,
        samples: found.map(({ room }) => megabytes(room)),
      },
    ];
  }),
);
report.note(
  `The largest without development packages, room on the disk in MB: ${parts.join(", ")}.`,
);
report.close();

type Installed = { seconds: number; size: number; room: number };

async function install(words: string[]): Promise<Installed> {
  const installed = join(folder.path, "node_modules");
  rmSync(installed, { recursive: true, force: true });
  const from = performance.now();
  await promisify(execFile)("npm", words, { cwd: folder.path });
  return { seconds: (performance.now() - from) / 1000, ...sizeOf(installed) };
}

function sizeOf(path: string): { size: number; room: number } {
  const { size, blocks } = lstatSync(path);
  const own = { size, room: blocks * 512 };
  if (!lstatSync(path).isDirectory()) return own;
  return readdirSync(path)
    .map((name) => sizeOf(join(path, name)))
    .reduce((sum, one) => ({ size: sum.size + one.size, room: sum.room + one.room }), own);
}

function partsOf(installed: string): string[] {
  return readdirSync(installed)
    .map((name) => ({ name, room: megabytes(sizeOf(join(installed, name)).room) }))
    .sort((a, b) => b.room - a.room)
    .slice(0, 6)
    .map(({ name, room }) => `${name} ${room}`);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
