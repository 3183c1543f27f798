/**
 * What it costs that policies check who has said who asks: one call of each function, and the two statements that an
 * agreement's page sends most, by a representative on the login that serves, and once more by the owner's session as the
 * same role, without a check. `CALLS` is how many are measured at once.
 */
import { join } from "node:path";
import { sql } from "kysely";
import { Pool } from "pg";
import type { Db } from "#src/db/db.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { principalOf } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { openReport } from "../report.ts";

const report = openReport();
const calls = Number(process.env.CALLS ?? 20_000);
const folder = freshFolder();
const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
const bench = await openBench(postgres, { clients: 1, agreements: 200 });
await sql`UPDATE agreements SET stage_name = 'review.circulated'`.execute(bench.db);
const principal = principalOf(bench.signatory);
const owners = new Pool({ connectionString: postgres.ownerUrl, max: 1, pipeline: true });
owners.on("error", () => {});
const askedBy = {
  "the login that serves": bench.ctx.as(principal),
  "the owner, unchecked": openPrincipals(owners, principalMacOf(postgres.servingUrl))(principal),
};
const id = bench.idOf(1);
const statements = {
  "one call of asks_for()": sql`SELECT count(asks_for('legal-officer', 'representative'))
    FROM generate_series(1, ${calls}::integer) AS n WHERE n > 0`,
  "one call of asking_party()": sql`SELECT count(asking_party())
    FROM generate_series(1, ${calls}::integer) AS n WHERE n > 0`,
  "one agreement": sql`SELECT * FROM agreements WHERE id = ${id}`,
  "its evidence and texts": sql`SELECT e.seq, v.digest FROM evidence e
    JOIN version_texts v USING (agreement) WHERE e.agreement = ${id}`,
  "a list of fifty": sql`SELECT * FROM agreements ORDER BY created_at DESC, id DESC LIMIT 50`,
};
for (const [name, statement] of Object.entries(statements)) {
  const isFunction = name.includes("()");
  const rows = [];
  for (const [who, db] of Object.entries(askedBy)) {
    const samples = await times(db, statement);
    rows.push({ what: who, samples: samples.map((ms) => (isFunction ? (ms * 1000) / calls : ms)) });
  }
  report.table(name, { unit: isFunction ? "µs" : "ms", reference: "the owner, unchecked" }, rows);
}
await owners.end();
await bench.close();
await postgres.stop();
folder.remove();
report.close();

/** Milliseconds of each of 300 or, of what is long, 20. */
async function times(db: Db, statement: ReturnType<typeof sql>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + 3000;
  while (times.length < 20 || (times.length < 300 && performance.now() < end)) {
    const before = performance.now();
    await statement.execute(db);
    times.push(performance.now() - before);
  }
  return times;
}
