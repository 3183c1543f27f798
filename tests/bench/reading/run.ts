/**
 * How long the reading of lists takes: agreements by filter and by words, counts, what waits for a person, who is
 * present, and the public register, asked over the API one after the other. `AGREEMENTS` says how many there are, a
 * fifth of them in each of five stages; `ROUNDS` how often each is asked; `DATA` a folder that keeps the database for
 * the next run. Korea takes part in all agreements, Kazakhstan in half, Estonia in one of eleven, the organization in
 * one of a thousand. Milliseconds; where others use the machine, the processor's time (of this process and of
 * PostgreSQL's, on Linux) says most.
 */
import { existsSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { makeKey } from "#src/accounts/make-key.ts";
import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { listPeople } from "#src/people/find.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { copyAgreement } from "./fill.ts";

const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 20);
const only = new RegExp(process.env.ONLY ?? "");
const kept = process.env.DATA;

const folder = freshFolder();
const dataDir = kept ?? join(folder.path, "data");
const isFilled = existsSync(dataDir);
const postgres = await startEmbeddedPostgres({ dataDir });
const bench = await openBench(postgres, { clients: 4, agreements: isFilled ? 0 : 1 });
const { db } = bench;
if (!isFilled) {
  await copyAgreement(db, bench.idOf(1), {
    count,
    stages: ["draft.editing", "review.circulated", "review.settled", "sign.open", "publish"],
    parties: Array.from({ length: 1000 }, (_, n) => [
      "KR",
      n % 2 === 0 ? "KZ" : "AE",
      ...(n % 11 === 0 ? ["EE"] : []),
      ...(n === 7 ? ["HUB"] : []),
    ]),
  });
}
const failed = (_: string, error: unknown) => {
  throw error;
};
while ((await keepAwaited(bench.ctx.db, { at: new Date(), failed })) > 0);
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
  "party of all": await keyOf("representative", "KR"),
  "party of half": await keyOf("representative", "KZ"),
  "party of a 11th": await keyOf("representative", "EE"),
  "party of a 1000th": await keyOf("representative", "HUB"),
  archivist: await keyOf("archivist", null),
};
const opened = await first("/agreements?stage=sign.open&party=KZ&limit=1", keys.officer);

/** In one agreement, as the beginning of a word in every Russian text, in every text. */
const words = ["слово77", "стор", "ben 2026"];
const asked = [
  ...["", "?sort=updated", "?stage=sign&party=AE&area=peer-learning", "?party=HUB"],
  // Nothing is in French.
  ...["?language=fr", "?sort=updated&language=fr", "?createdFrom=2020-01-01"],
  ...["?publishedFrom=2020-01-01", `?sort=updated&q=${encodeURIComponent("ben 2026")}`],
  ...words.map((q) => `?q=${encodeURIComponent(q)}`),
].map((query) => `/agreements${query}`);
const counted = ["", "?party=AE", "?stage=review", "?createdFrom=2020-01-01"].concat(
  words.map((q) => `?q=${encodeURIComponent(q)}`),
);
const rows: Record<string, object> = {};
for (const [who, key] of Object.entries(keys)) {
  for (const path of asked) await measure(who, path, key);
  for (const sort of ["newest", "updated"]) {
    const { next } = await page(`/agreements?sort=${sort}`, key);
    if (next) await measure(who, `/agreements?sort=${sort}&cursor=${next}`, key);
  }
  for (const query of counted) await measure(who, `/agreements/counts${query}`, key);
}
await measure("officer", "/waiting", keys.officer);
await measure("party of half", "/waiting", keys["party of half"]);
await measure("party of half", `/agreements/${opened}/presence`, keys["party of half"], {
  place: null,
});
for (const q of words) await measure("public", `/register?q=${encodeURIComponent(q)}`, null);
for (const path of ["", "?party=KZ", "?party=HUB", "?year=2026", "?year=1999", "/statistics"]) {
  await measure("public", `/register${path}`, null);
}
const load = loadavg().map((one) => one.toFixed(1));
console.log(`${count} agreements, ${rounds} rounds, load ${load.join(" ")}, milliseconds:`);
console.table(rows);

await bench.close();
await postgres.stop();
folder.remove();

type Listed = { items: { id: string }[]; next: string | null };

async function page(path: string, key: string | null): Promise<Listed> {
  return (await (await ask("GET", path, key)).json()) as Listed;
}

async function first(path: string, key: string | null): Promise<string> {
  return (await page(path, key)).items[0]?.id ?? "";
}

async function measure(who: string, path: string, key: string | null, body?: object) {
  const name = `${who} ${decodeURIComponent(path).replace(/cursor=.*/, "page=2")}`;
  if (only.test(name)) rows[name] = await measured(path, key, body);
}

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
  return { cpu, fastest: at(0), median: at(0.5), p95: at(0.95), slowest: at(0.999), bytes };
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
