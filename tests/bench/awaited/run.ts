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
import { openReport } from "../report.ts";

const report = openReport();
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
report.note(
  `${count.toLocaleString("en")} agreements, all judged once before, as after an upgrade, in ${each.toFixed(2)} ms each.`,
);

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

const bad: Record<string, string> = { "party in all": "a party in every agreement" };
const rows = [];
for (const [name, key] of Object.entries(keys)) {
  const samples: number[] = [];
  for (let round = -5; round < rounds; round++) {
    const time = await timed(key);
    if (round >= 0) samples.push(time);
  }
  const goals = [{ of: "p95" as const, most: 50 }];
  rows.push({ what: name, samples, goals, ...(bad[name] && { badInput: bad[name] }) });
}
report.table("`GET /waiting`, one after the other", { unit: "ms" }, rows);
const all = Object.values(keys);
const start = performance.now();
const crowd = await Promise.all(
  Array.from({ length: atOnce }, (_, nth) => timed(all[nth % all.length] ?? "")),
);
const rate = Math.round((atOnce / (performance.now() - start)) * 1000);
report.table("`GET /waiting`, by 1,000 people at once", { unit: "ms" }, [
  {
    what: "until each has an answer",
    samples: crowd,
    badInput: "1,000 people who ask /waiting at once",
    also: { "answers a second": rate },
  },
]);

await bench.close();
await postgres.stop();
folder.remove();
report.close();

async function timed(key: string): Promise<number> {
  const start = performance.now();
  const answer = await app.request("/api/v1/waiting", {
    headers: { Authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - start;
}
