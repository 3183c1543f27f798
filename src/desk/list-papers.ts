import { type RawBuilder, sql } from "kysely";
import type { Cursor } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import type { DeskKind } from "./kinds.ts";
import { type DeskLine, type DeskState, lineColumns, lineOf, stateOf } from "./view.ts";

export type DeskFilter = {
  direction?: "in" | "out" | undefined;
  party?: string | undefined;
  agreement?: string | undefined;
  kind?: DeskKind | undefined;
  state?: DeskState | undefined;
  /** Only those whose original is still to follow. */
  awaits?: "original" | undefined;
};

/** The register as the asker sees it, newest first: `limit` entries and one more if there are others. One query. */
export async function listPapers(
  db: Db,
  filter: DeskFilter,
  { limit, cursor }: { limit: number; cursor: Cursor | null },
): Promise<(DeskLine & { seq: string })[]> {
  const { direction, party, agreement, kind, state, awaits } = filter;
  const wanted: RawBuilder<unknown>[] = [sql`true`];
  if (direction) wanted.push(sql`d.direction = ${direction}`);
  if (party) wanted.push(sql`d.party = ${party}`);
  if (agreement) wanted.push(sql`d.agreement = ${agreement}`);
  if (kind) wanted.push(sql`d.kind = ${kind}`);
  if (state) wanted.push(sql`${stateOf()} = ${state}`);
  if (awaits) {
    wanted.push(sql`d.scan_ahead AND NOT EXISTS (SELECT FROM desk_events o
      WHERE o.entry = d.id AND o.act IN ('original-received', 'returned'))`);
  }
  if (cursor) wanted.push(sql`d.seq < ${cursor.id}::bigint`);
  const { rows } = await sql<
    Parameters<typeof lineOf>[0] & { seq: string }
  >`SELECT d.seq, ${lineColumns}
    FROM desk_entries d LEFT JOIN agreements a ON a.id = d.agreement
    WHERE ${sql.join(wanted, sql` AND `)}
    ORDER BY d.seq DESC LIMIT ${limit + 1}`.execute(db);
  return rows.map(({ seq, ...row }) => ({ ...lineOf(row), seq }));
}
