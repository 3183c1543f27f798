import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

type ForeignKey = { table: string; child: string; columns: string[]; references: string[] };

type Columns = {
  all: string[];
  /** Those that get their value from a sequence or an expression; they are never written. */
  drawn: string[];
  key: string[];
};

/** What the schema says of our tables, read once: so a table or a column of a later release is known too. */
export type Catalogue = {
  /** The foreign keys that refer to a table. */
  keysTo(table: string): ForeignKey[];
  columnsOf(table: string): Columns;
  /** These tables, each after those that it refers to. */
  inOrder(tables: string[]): string[];
};

const names = (numbers: string, of: string) => sql`(SELECT array_agg(a.attname::text ORDER BY k.nth)
  FROM unnest(${sql.raw(numbers)}) WITH ORDINALITY AS k (number, nth)
  JOIN pg_attribute a ON a.attrelid = ${sql.raw(of)} AND a.attnum = k.number)`;

export async function readCatalogue(db: Db): Promise<Catalogue> {
  const [keys, columns] = await Promise.all([readKeys(db), readColumns(db)]);
  const keysTo = (table: string) => keys.filter((key) => key.table === table);
  return {
    keysTo,
    columnsOf: (table) => {
      const found = columns.get(table);
      if (!found) throw new Error(`There is no table ${table}.`);
      return found;
    },
    inOrder: (tables) => inOrder(tables, keysTo),
  };
}

async function readKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`SELECT p.relname::text AS table, r.relname::text AS child,
      ${names("c.conkey", "c.conrelid")} AS columns, ${names("c.confkey", "c.confrelid")} AS "references"
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_class p ON p.oid = c.confrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    ORDER BY 1, 2, c.conname`.execute(db);
  return rows;
}

async function readColumns(db: Db): Promise<Map<string, Columns>> {
  const { rows } = await sql<Columns & { table: string }>`SELECT r.relname::text AS table,
      array_agg(a.attname::text ORDER BY a.attnum) AS all,
      coalesce(array_agg(a.attname::text) FILTER (WHERE a.attidentity <> '' OR a.attgenerated <> ''
        OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'), '{}') AS drawn,
      coalesce((SELECT ${names("c.conkey", "c.conrelid")} FROM pg_constraint c
        WHERE c.contype = 'p' AND c.conrelid = r.oid), array_agg(a.attname::text)) AS key
    FROM pg_class r JOIN pg_attribute a ON a.attrelid = r.oid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE r.relkind = 'r' AND r.relnamespace = 'public'::regnamespace
      AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY r.oid, r.relname`.execute(db);
  return new Map(rows.map(({ table, ...columns }) => [table, columns]));
}

function inOrder(tables: string[], keysTo: Catalogue["keysTo"]): string[] {
  const above = new Map<string, Set<string>>(tables.map((table) => [table, new Set()]));
  for (const { table, child } of tables.flatMap(keysTo)) {
    if (child !== table) above.get(child)?.add(table);
  }
  const order: string[] = [];
  while (order.length < tables.length) {
    const next = tables
      .filter((table) => !order.includes(table))
      .filter((table) => [...(above.get(table) ?? [])].every((one) => order.includes(one)))
      .sort();
    if (next.length === 0) throw new Error("Tables refer to each other in a circle.");
    order.push(...next);
  }
  return order;
}
