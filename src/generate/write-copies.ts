import { sql } from "kysely";
import type { Db, Tx } from "#src/db/db.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Copy } from "./copy.ts";
import type { Row } from "./read-record.ts";
import { writeTexts } from "./write-texts.ts";

/** The first tables and, between them, the texts; every other table follows in the order of its keys. */
const textTables = ["versions", "version_texts"];

/** The stage in which an agreement takes texts; the stage of its record is set after them. */
const drafting = { stage: { draft: "editing" }, stage_name: "draft.editing" };

export type Written = { rows: number };

/**
 * Writes these records in one transaction, with the schema's own constraints and triggers: each table's rows in one
 * statement, in the columns that the catalogue names.
 */
export async function writeCopies(db: Db, catalogue: Catalogue, copies: Copy[]): Promise<Written> {
  const tables = [...new Set(copies.flatMap(({ rows }) => [...rows.keys()]))];
  const order = catalogue.inOrder(tables).filter((one) => !textTables.includes(one));
  const of = (table: string) => copies.flatMap(({ rows }) => rows.get(table) ?? []);
  return db.transaction().execute(async (tx) => {
    // A lost batch is made again; nobody waits for the disk.
    await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    await keepReferences(tx, copies);
    const agreements = of("agreements");
    await insert(
      tx,
      catalogue,
      "agreements",
      agreements.map((row) => ({ ...row, ...drafting })),
    );
    const texts = await writeTexts(tx, copies, (table, rows) => insert(tx, catalogue, table, rows));
    let rows = agreements.length + texts;
    for (const table of order) {
      if (table === "agreements") continue;
      rows += await insert(tx, catalogue, table, of(table));
    }
    await setStages(tx, agreements);
    return { rows };
  });
}

async function insert(tx: Tx, catalogue: Catalogue, table: string, rows: Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { all, drawn } = catalogue.columnsOf(table);
  const written = all.filter((name) => !drawn.includes(name));
  const columns = sql.join(written.map((name) => sql.ref(name)));
  await sql`INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${sql.table(table)},
      ${JSON.stringify(rows)}::json)`.execute(tx);
  return rows.length;
}

async function setStages(tx: Tx, agreements: Row[]): Promise<void> {
  const stages = agreements.map(({ id, stage, stage_name }) => ({ id, stage, stage_name }));
  await sql`UPDATE agreements a SET stage = s.stage, stage_name = s.stage_name
    FROM json_to_recordset(${JSON.stringify(stages)}::json)
      AS s (id uuid, stage jsonb, stage_name text) WHERE a.id = s.id`.execute(tx);
}

/** Sets the counters, so that the next agreement drafted continues its year's numbers. */
async function keepReferences(tx: Tx, copies: Copy[]): Promise<void> {
  const last = new Map<number, number>();
  for (const { plan } of copies) {
    const [, year = "0", number = "0"] = plan.reference.split("/");
    last.set(Number(year), Math.max(Number(number), last.get(Number(year)) ?? 0));
  }
  await tx
    .insertInto("reference_numbers")
    .values([...last].map(([year, number]) => ({ year, last: number })))
    .onConflict((conflict) =>
      conflict.column("year").doUpdateSet({
        last: sql`greatest(reference_numbers.last, excluded.last)`,
      }),
    )
    .execute();
}
