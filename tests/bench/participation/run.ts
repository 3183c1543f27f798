/**
 * The participation page of an instrument with `PARTIES` parties, 40 reservations and 200 objections, over the API in this
 * process: the whole answer, what the database takes for the facts alone, and the table of one pair. `ROUNDS` is how often
 * each is asked; they take turns. Milliseconds.
 */
import { join } from "node:path";
import { makeKey } from "#src/accounts/make-key.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { openReport } from "../report.ts";
import { manyParties } from "./many-parties.ts";

const report = openReport();
const parties = Number(process.env.PARTIES ?? 190);
const rounds = Number(process.env.ROUNDS ?? 60);
const warmUp = 10;

const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 4, agreements: 1 });
const { db, officer, ctx } = bench;
const id = bench.idOf(1);
await manyParties(
  db,
  { agreement: id, person: officer.id },
  { parties, reservations: 40, objections: 200 },
);
const app = createApp(() => ctx);
const { key } = await makeKey(db, {
  person: officer.id,
  label: "bench",
  days: 1,
  now: new Date(),
  scopes: ["read"],
});
const headers = { Authorization: `Bearer ${key}` };
const asks: Record<string, () => Promise<unknown>> = {
  "the facts alone": () => readFacts(ctx.db, id),
  "GET …/participation": () => get("participation"),
  "GET …/relations/P001/P041": () => get("relations/P001/P041?on=2027-06-01"),
};
const samples: Record<string, number[]> = {};
for (let round = -warmUp; round < rounds; round += 1) {
  for (const [what, ask] of Object.entries(asks)) {
    const from = performance.now();
    await ask();
    if (round >= 0) samples[what] = [...(samples[what] ?? []), performance.now() - from];
  }
}
report.table(
  `An instrument of ${parties} parties, 40 reservations and 200 objections`,
  { unit: "ms", reference: "the facts alone" },
  Object.entries(samples).map(([what, taken]) => ({
    what,
    samples: taken,
    ...(what === "GET …/participation" && { goals: [{ of: "p95" as const, most: 150 }] }),
  })),
);
report.note(
  `The participation page is ${Math.round((await get("participation")) / 1024)} KiB of JSON.`,
);
await bench.close();
await postgres.stop();
folder.remove();
report.close();

/** Asks and reads the whole answer; its length in characters. */
async function get(path: string): Promise<number> {
  const answer = await app.request(`/api/v1/agreements/${id}/${path}`, { headers });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  return text.length;
}
