/**
 * How long the reading of lists takes: agreements by filter and by words, counts, what waits for somebody, who
 * is present, and the public register, asked over the API one after the other. `AGREEMENTS` says how many there
 * are, a fifth of them in each of five stages; `ROUNDS` how often each is asked. Milliseconds; where others use the machine,
 * the processor's time (of this process and of PostgreSQL's, on Linux) says most.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { makeKey } from "#src/accounts/make-key.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { listPeople } from "#src/people/find.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { copyAgreement } from "./fill.ts";

const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 20);

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 4, agreements: 1 });
const { db } = bench;
await copyAgreement(db, bench.idOf(1), {
  count,
  stages: ["draft.editing", "review.circulated", "review.settled", "sign.open", "publish"],
  parties: [
    ["KZ", "AE"],
    ["US", "EE"],
    ["KR", "AE"],
    ["KZ", "HUB", "US"],
  ],
});
const app = createApp(() => bench.ctx);

async function keyOf(role: string, party: string | null): Promise<string> {
  const people = await listPeople(db);
  const person = people.find((one) => one.party === party && one.roles.some((has) => has === role));
  if (!person) throw new Error(`No demo person is ${role}.`);
  const wanted = { person: person.id, label: "bench", days: 1, now: new Date() };
  return (await makeKey(db, { ...wanted, scopes: ["read", "act"] })).key;
}

const keys = {
  officer: await keyOf("legal-officer", null),
  party: await keyOf("representative", "KZ"),
  archivist: await keyOf("archivist", null),
};
const { items } = (await (
  await ask("GET", "/agreements?stage=sign.open&party=KZ&limit=1", keys.officer)
).json()) as { items: { id: string }[] };
const open = items[0]?.id;

const rare = encodeURIComponent("слово77");
const common = encodeURIComponent("стор");
const asked = [
  "/agreements",
  "/agreements?sort=updated",
  "/agreements?stage=sign&party=AE&area=peer-learning",
  `/agreements?q=${rare}`,
  `/agreements?q=${common}`,
  "/agreements/counts",
  `/agreements/counts?q=${common}`,
  "/waiting",
];
const rows: Record<string, object> = {};
for (const path of asked) {
  for (const [who, key] of Object.entries(keys)) rows[`${who} ${path}`] = await measured(path, key);
}
rows["party PUT presence"] = await measured(`/agreements/${open}/presence`, keys.party, {
  place: null,
});
for (const path of ["", `?q=${common}`, "?party=KZ", "/statistics"]) {
  rows[`public /register${path}`] = await measured(`/register${path}`, null);
}
console.log(`${count} agreements, ${rounds} rounds, milliseconds:`);
console.table(rows);

await bench.close();
await postgres.stop();
folder.remove();

async function measured(path: string, key: string | null, body?: object) {
  const times: number[] = [];
  let bytes = 0;
  let before = 0;
  for (let round = 0; round <= rounds; round++) {
    if (round === 1) before = await processorTime();
    const start = performance.now();
    const answer = await ask(body ? "PUT" : "GET", path, key, body);
    bytes = (await answer.arrayBuffer()).byteLength;
    // The first one plans and warms.
    if (round > 0) times.push(performance.now() - start);
  }
  const cpu = Number((((await processorTime()) - before) / rounds).toFixed(1));
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return { cpu, fastest: at(0), median: at(0.5), slowest: at(0.999), bytes };
}

/** Milliseconds of processor that this process and the database's connections have used so far. */
async function processorTime(): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity
    WHERE datname = current_database()`.execute(db);
  const ticks = rows.map(({ pid }) => {
    // Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  const { user, system } = process.cpuUsage();
  return ticks.reduce((sum, one) => sum + one, 0) * 10 + (user + system) / 1000;
}

async function ask(method: string, path: string, key: string | null, body?: object) {
  const answer = await app.request(`/api/v1${path}`, {
    method,
    headers: {
      ...(key && { Authorization: `Bearer ${key}` }),
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
