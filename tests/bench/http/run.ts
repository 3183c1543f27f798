/**
 * What it costs to know who asks: `GET /session` with a key and with a session's cookie, against a route of
 * the same app that asks nobody. Each round takes every turn; queries are counted, and CPU is that of this
 * process, the whole request with its answer. `TURN_SECONDS` is the length of a turn, `ROUNDS` their number. One
 * turn's figure varies twofold with what else the processor does; the medians of 15 turns agree within a fifth.
 */
import { join } from "node:path";
import { makeKey } from "#src/accounts/make-key.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { observed } from "../observed.ts";

const seconds = Number(process.env.TURN_SECONDS ?? 1);
const rounds = Number(process.env.ROUNDS ?? 15);

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 8, agreements: 1 });
let queries = 0;
bench.watch = () => queries++;
const app = createApp(() => bench.ctx);
const told = observed(bench.ctx, folder.path);
const observedApp = createApp(() => told);
const { key } = await makeKey(bench.ctx.db, {
  person: bench.officer.id,
  label: "bench",
  scopes: ["read", "act"],
  days: 1,
  now: new Date(),
});
const opened = await app.request("/api/v1/session", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ key }),
});
const cookie = (opened.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";

const turns = {
  "bare (/healthz)": () => app.request("/healthz"),
  "by key": () => app.request("/api/v1/session", { headers: { Authorization: `Bearer ${key}` } }),
  "by session": () => app.request("/api/v1/session", { headers: { Cookie: cookie } }),
  "by session, with lines and figures": () =>
    observedApp.request("/api/v1/session", { headers: { Cookie: cookie } }),
};
type Name = keyof typeof turns;
const names = Object.keys(turns) as Name[];

type Measured = { perRequest: number; queries: number };

/** One request after the other, so that CPU is this request's alone. */
async function turn(name: Name): Promise<Measured> {
  const end = performance.now() + seconds * 1000;
  const before = queries;
  const cpu = process.cpuUsage();
  let count = 0;
  while (performance.now() < end) {
    const answer = await turns[name]();
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await answer.arrayBuffer();
    count++;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perRequest: (user + system) / 1000 / count, queries: (queries - before) / count };
}

const measured = new Map(names.map((name) => [name, [] as Measured[]]));
for (const name of [...names, ...names, ...names]) await turn(name);
for (let round = 1; round <= rounds; round++) {
  const order = round % 2 === 1 ? names : [...names].reverse();
  for (const name of order) measured.get(name)?.push(await turn(name));
}
const table = Object.fromEntries(
  [...measured].map(([name, turns]) => {
    const costs = turns.map(({ perRequest }) => perRequest).sort((a, b) => a - b);
    const at = (part: number) => costs[Math.round(part * (costs.length - 1))]?.toFixed(3);
    return [
      name,
      {
        "ms CPU, median": at(0.5),
        "least–most": `${at(0)}–${at(1)}`,
        queries: Math.max(...turns.map(({ queries }) => queries)).toFixed(2),
      },
    ];
  }),
);
console.table(table);
await bench.close();
await postgres.stop();
folder.remove();
