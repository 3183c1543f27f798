import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { type Catalogue, readCatalogue } from "./catalogue.ts";

/** A row as PostgreSQL writes it in JSON, by column. */
export type Row = Record<string, unknown>;

/** Made by triggers or by the sequencer of the log, so it is never copied. */
const derived = ["listings", "listing_words", "search_texts", "log_leaves", "log_statements"];

/**
 * Every row on the record of an agreement, by table: those that refer to it, those that refer to these, and so on, as
 * the schema's foreign keys say. So a table that a later release adds is read too.
 *
 * @throws Error if a row refers to another by a number that the database draws, which a copy cannot follow
 */
export async function readRecord(db: Db, agreement: string): Promise<Map<string, Row[]>> {
  const catalogue = await readCatalogue(db);
  const found = new Map<string, Map<string, Row>>();
  const { rows: own } = await sql<{ row: Row }>`SELECT to_jsonb(a) AS row FROM agreements a
    WHERE id = ${agreement}`.execute(db);
  let fresh = new Map([["agreements", own.map(({ row }) => row)]]);
  while (fresh.size > 0) {
    const next = new Map<string, Row[]>();
    for (const [table, rows] of fresh) {
      const { key, drawn } = catalogue.columnsOf(table);
      const known = found.get(table) ?? new Map<string, Row>();
      found.set(table, known);
      const added = rows.filter((row) => !known.has(keyIn(row, key)));
      for (const row of added) known.set(keyIn(row, key), row);
      if (added.length === 0) continue;
      for (const { child, columns, references } of catalogue.keysTo(table)) {
        if (derived.includes(child) || child === "agreements") continue;
        const more = await children(db, catalogue, {
          table,
          rows: added,
          child,
          columns,
          references,
        });
        if (more.length > 0) next.set(child, [...(next.get(child) ?? []), ...more]);
        if (more.length > 0 && references.some((one) => drawn.includes(one))) {
          throw new Error(`Rows of ${child} refer to ${table} by a drawn number.`);
        }
      }
    }
    fresh = next;
  }
  return new Map([...found].map(([table, rows]) => [table, [...rows.values()]]));
}

const keyIn = (row: Row, key: string[]) => JSON.stringify(key.map((column) => row[column]));

type Children = {
  table: string;
  rows: Row[];
  child: string;
  columns: string[];
  references: string[];
};

async function children(
  db: Db,
  catalogue: Catalogue,
  { table, rows, child, columns, references }: Children,
): Promise<Row[]> {
  const list = (of: string, names: string[]) =>
    sql.join(names.map((name) => sql.ref(`${of}.${name}`)));
  const { key } = catalogue.columnsOf(child);
  const { rows: found } = await sql<{
    row: Row;
  }>`SELECT to_jsonb(c) AS row FROM ${sql.table(child)} c
    WHERE (${list("c", columns)}) IN (SELECT ${list("p", references)}
      FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) p)
    ORDER BY ${list("c", key)}`.execute(db);
  return found.map(({ row }) => row);
}
