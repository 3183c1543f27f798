/**
 * What waits for a person, asked over the API: by an officer, the secretariat, the archivist, and parties that take
 * part in half and in all of the agreements; then by 1,000 people at once. `AGREEMENTS` says how many there are, a
 * fifth of them in each of five stages; `ROUNDS` how often each is asked. First the time it takes to judge them all, as
 * after an upgrade. Milliseconds.
 */
import { join } from "node:path";
import { makeKey } from "#src/accounts/make-key.ts";
import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { listPeople } from "#src/people/find.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { copyAgreement } from "../reading/fill.ts";

const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 100);
const atOnce = 1000;

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 16, agreements: 1 });
const { db } = bench;
await copyAgreement(db, bench.idOf(1), {
  count,
  stages: ["draft.editing", "review.circulated", "review.settled", "sign.open", "publish"],
  parties: [
    ["KZ", "AE", "HUB"],
    ["US", "EE", "HUB"],
    ["KR", "AE", "HUB"],
    ["KZ", "HUB", "US"],
  ],
});
const app = createApp(() => bench.ctx);
const began = performance.now();
for (let more = 1; more > 0; ) {
  more = await keepAwaited(bench.ctx.db, {
    at: new Date(),
    failed: (_, error) => console.error(error),
  });
}
const each = (performance.now() - began) / count;
console.log(`${count} agreements, judged in ${each.toFixed(2)} ms each.`);

const people = await listPeople(db);
const asking = {
  officer: ["legal-officer", null],
  secretariat: ["secretariat", null],
  archivist: ["archivist", null],
  "party in half": ["representative", "KZ"],
  "party in all": ["representative", "HUB"],
} as const;
const keys: Record<string, string> = {};
for (const [name, [role, party]] of Object.entries(asking)) {
  const person = people.find((one) => one.party === party && one.roles.includes(role));
  if (!person) continue;
  const wanted = { person: person.id, label: "bench", days: 1, now: new Date() };
  keys[name] = (await makeKey(db, { ...wanted, scopes: ["read"] })).key;
}

const table: Record<string, object> = {};
for (const [name, key] of Object.entries(keys)) {
  const times: number[] = [];
  for (let round = -5; round < rounds; round++) {
    const time = await timed(key);
    if (round >= 0) times.push(time);
  }
  table[name] = figures(times);
}
const all = Object.values(keys);
const start = performance.now();
const crowd = await Promise.all(
  Array.from({ length: atOnce }, (_, nth) => timed(all[nth % all.length] ?? "")),
);
table[`${atOnce} at once`] = figures(crowd);
console.table(table);
console.log(`${Math.round((atOnce / (performance.now() - start)) * 1000)} a second at once.`);

await bench.close();
await postgres.stop();
folder.remove();

async function timed(key: string): Promise<number> {
  const start = performance.now();
  const answer = await app.request("/api/v1/waiting", {
    headers: { Authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - start;
}

function figures(times: number[]): object {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    Number(
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1),
    );
  return { median: at(0.5), p95: at(0.95), slowest: at(1) };
}
