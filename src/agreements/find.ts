import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Cursor } from "#src/cursor.ts";
import type { Db, Tables, Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { visibleTo } from "./scope.ts";

export type AgreementRow = Selectable<Tables["agreements"]>;

/** The agreement, where the person sees it; else the same refusal as for one that does not exist. */
export async function findAgreement(
  db: Db | Tx,
  id: string,
  person: Person,
): Promise<AgreementRow> {
  const row = await db
    .selectFrom("agreements")
    .selectAll()
    .where("id", "=", id)
    .where(visibleTo(person))
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such agreement.");
  return row;
}

export type Filter = {
  stage?: string | undefined;
  party?: string | undefined;
  area?: string | undefined;
  goal?: number | undefined;
  language?: string | undefined;
  q?: string | undefined;
};

/** The agreements that the person sees and the filter names, newest first; at most `limit`. */
export async function listAgreements(
  db: Db,
  person: Person,
  filter: Filter,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<AgreementRow[]> {
  const { stage, party, area, goal, language, q } = filter;
  let query = db.selectFrom("agreements").selectAll().where(visibleTo(person));
  if (stage) {
    query = query.where((eb) =>
      eb.or([
        eb("stage_name", "=", stage),
        sql<boolean>`split_part(stage_name, '.', 1) = ${stage}`,
      ]),
    );
  }
  if (party) {
    query = query.where("id", "in", (eb) =>
      eb.selectFrom("agreement_parties").select("agreement").where("party", "=", party),
    );
  }
  if (area) query = query.where(sql<boolean>`${area} = ANY (areas)`);
  if (goal) query = query.where(sql<boolean>`${goal} = ANY (goals)`);
  if (language) query = query.where(sql<boolean>`${language} = ANY (languages)`);
  if (q) query = query.where(matches(q));
  if (cursor) {
    query = query.where(
      sql<boolean>`(created_at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
    );
  }
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** Words in a reference or a title, as they are written: `%` and `_` have no other meaning. */
function matches(q: string) {
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`(reference ILIKE ${pattern} OR EXISTS (
    SELECT FROM jsonb_each_text(title) WHERE value ILIKE ${pattern}))`;
}
