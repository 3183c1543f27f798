/**
 * How long the service takes until it is ready: all of it on a data folder that exists, the API and the jobs alone on a
 * database that is migrated. From the bundle and from the sources in turn, `ROUNDS` times (9).
 */
import { join } from "node:path";
import { ensureBuilt } from "#src/cli/build.ts";
import { ensureServer } from "#src/cli/build-server.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openReport } from "../report.ts";
import { type Ready, untilReady } from "./ready.ts";

const rounds = Number(process.env.ROUNDS ?? 9);
const root = join(import.meta.dirname, "../../..");
await ensureBuilt();
await ensureServer();

const report = openReport();
const folder = freshFolder();
const { PATH, HOME, XDG_CACHE_HOME } = process.env;
const mine = { PATH, HOME, XDG_CACHE_HOME, PORT: "0", DEMO_AGREEMENTS: "none" };
const whole = { ...mine, DATA_DIR: join(folder.path, "data") };
const node = [process.execPath, "--no-memory-protection-keys"];
const bundle = [...node, "src/cli.ts", "start"];
const sources = [...node, "tests/bench/start/from-sources.ts", "start"];

await untilReady(bundle, { cwd: root, env: whole });
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "postgres") });
const office = {
  ...mine,
  DATA_DIR: join(folder.path, "office"),
  DATABASE_URL: postgres.servingUrl,
  DATABASE_QUEUE_URL: postgres.queueUrl,
  DEMONSTRATION_SEAL: "allowed",
};
const owner = { ...office, DATABASE_OWNER_URL: postgres.ownerUrl };
await untilReady(bundle, { cwd: root, env: owner });

const api = ["--only", "api"];
const goalOfAll = [{ of: "median", most: 3 }] as const;
const goalOfApi = [{ of: "median", most: 1 }] as const;
const ways = [
  { what: "npm start", command: ["npm", "start"], env: whole, goals: goalOfAll },
  { what: "all of it, bundle", command: bundle, env: whole, goals: goalOfAll },
  { what: "all of it, sources", command: sources, env: whole, goals: [] },
  {
    what: "npm start -- --only api",
    command: ["npm", "start", "--", ...api],
    env: office,
    goals: goalOfApi,
  },
  { what: "API only, bundle", command: [...bundle, ...api], env: office, goals: goalOfApi },
  { what: "API only, sources", command: [...sources, ...api], env: office, goals: [] },
  { what: "jobs only, bundle", command: [...bundle, "--only", "jobs"], env: office, goals: [] },
  { what: "jobs only, sources", command: [...sources, "--only", "jobs"], env: office, goals: [] },
].map((way) => ({ ...way, found: [] as Ready[] }));

// The first of each fills the cache of compiled code and does not count.
for (let round = 0; round <= rounds; round++) {
  for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
    const ready = await untilReady(way.command, { cwd: root, env: way.env });
    if (round > 0) way.found.push(ready);
  }
}
await postgres.stop();
folder.remove();

const rows = (of: keyof Ready) =>
  ways.map(({ what, found }) => ({ what, samples: found.map((one) => one[of]) }));
report.table(
  "From the command until it says that it is ready",
  { unit: "s", reference: "all of it, bundle" },
  ways.map(({ what, found, goals }) => ({
    what,
    goals: [...goals],
    samples: found.map(({ seconds }) => seconds),
  })),
);
report.table(
  "Processor time of the service until then",
  { unit: "s", reference: "all of it, bundle" },
  rows("cpuSeconds"),
);
report.table(
  "Resident memory of the service when it is ready",
  { unit: "MB", reference: "all of it, bundle" },
  rows("megabytes"),
);
report.close();
