import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import type { Generated } from "#src/generate/generate.ts";

const number = (count: number) => count.toLocaleString("en");

/** Reports about every twentieth of the work. */
export function tellProgress(made: number, all: number): void {
  const step = Math.max(1000, Math.round(all / 20_000) * 1000);
  if (made % step === 0 || made === all) {
    console.log(`· ${number(made)} of ${number(all)} agreements`);
  }
}

/** What is there now: the agreements by their stage, rows, entries of the log, time and size. */
export async function tellGenerated(db: Db, done: Generated, ms: number): Promise<void> {
  const { before, agreements, rows, entries } = done;
  const { rows: stages } = await sql<{ stage: string; count: string }>`
    SELECT stage_name AS stage, count(*) AS count FROM agreements
    GROUP BY 1 ORDER BY count(*) DESC, 1`.execute(db);
  const { rows: sizes } = await sql<{ bytes: string }>`
    SELECT pg_database_size(current_database()) AS bytes`.execute(db);
  const added = Math.max(0, agreements - before);
  const there = before > 0 ? `, ${number(before)} were there` : "";
  console.log(`${number(added)} agreements generated${there}:`);
  for (const { stage, count } of stages) {
    console.log(`  ${stage.padEnd(20)} ${number(Number(count)).padStart(9)}`);
  }
  const seconds = Math.max(1, Math.round(ms / 1000));
  const megabytes = Math.round(Number(sizes[0]?.bytes ?? 0) / 1e6);
  console.log(
    `${number(rows)} rows and ${number(entries)} entries of the log in ${number(seconds)} seconds; the database has ${number(megabytes)} MB.`,
  );
  console.log("No PDF was made: an original or a sealed file of these agreements is missing.");
}
