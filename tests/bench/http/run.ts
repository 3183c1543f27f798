/**
 * What reading over HTTP costs against Hono and node-postgres alone: `GET /session` with a key and with a session's cookie, an
 * agreement's page, a list, against a bare app that reads one row by its id. Each round takes every turn; queries are counted, and CPU is that of this
 * process, the whole request with its answer. `TURN_SECONDS` is the length of a turn, `ROUNDS` their number. One
 * turn's figure varies twofold with what else the processor does; the medians of 15 turns agree within a fifth.
 */
import { join } from "node:path";
import { Hono } from "hono";
import { Pool } from "pg";
import { makeKey } from "#src/accounts/make-key.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { observed } from "../observed.ts";
import { openReport } from "../report.ts";

const report = openReport();
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

const bare = new Hono();
const reads = new Pool({ connectionString: postgres.ownerUrl, max: 8 }).on("error", () => {});
bare.get("/nothing", (c) => c.json({ ok: true }));
bare.get("/agreements/:id", async (c) => {
  queries++;
  const statement = { name: "one", text: "SELECT * FROM agreements WHERE id = $1" };
  const { rows } = await reads.query({ ...statement, values: [c.req.param("id")] });
  return c.json(rows[0]);
});
const id = bench.idOf(1);
const byCookie = { headers: { Cookie: cookie } };
const turns = {
  "bare Hono, no statement": () => bare.request("/nothing"),
  "bare Hono, one prepared statement": () => bare.request(`/agreements/${id}`),
  "a route that asks nobody (/healthz)": () => app.request("/healthz"),
  "GET /session by key": () =>
    app.request("/api/v1/session", { headers: { Authorization: `Bearer ${key}` } }),
  "GET /session by session": () => app.request("/api/v1/session", byCookie),
  "GET /session by session, with lines and figures": () =>
    observedApp.request("/api/v1/session", byCookie),
  "GET /agreements/{id}": () => app.request(`/api/v1/agreements/${id}`, byCookie),
  "GET /agreements": () => app.request("/api/v1/agreements", byCookie),
};
type Name = keyof typeof turns;
const names = Object.keys(turns) as Name[];
/** Those that are also asked at once. */
const atOnce: Name[] = [
  "bare Hono, one prepared statement",
  "GET /session by session",
  "GET /agreements/{id}",
];

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
report.table(
  `Processor time of the service for one request, ${seconds} s a turn`,
  { unit: "ms", reference: "bare Hono, one prepared statement" satisfies Name },
  [...measured].map(([what, all]) => ({
    what,
    samples: all.map(({ perRequest }) => perRequest),
    also: { queries: Math.max(...all.map(({ queries }) => queries)).toFixed(2) },
  })),
);
const rates = new Map<string, number[]>();
for (let round = 0; round < Math.ceil(rounds / 3); round++) {
  for (const name of atOnce) rates.set(name, [...(rates.get(name) ?? []), await crowd(name)]);
}
report.table(
  "Answers a second to 64 requests at once, without sockets",
  { unit: "answers/s", better: "more", reference: "bare Hono, one prepared statement" },
  [...rates].map(([what, samples]) => ({ what, samples })),
);
await reads.end();
await bench.close();
await postgres.stop();
folder.remove();
report.close();

/** Answers a second while 64 requests are always open. */
async function crowd(name: Name): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const one = async () => {
    while (performance.now() < end) {
      const answer = await turns[name]();
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      await answer.arrayBuffer();
      count++;
    }
  };
  await Promise.all(Array.from({ length: 64 }, one));
  return count / seconds;
}
