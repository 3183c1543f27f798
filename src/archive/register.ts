import { sql } from "kysely";
import type { Cursor } from "#src/cursor.ts";
import type { Db, Worded } from "#src/db.ts";

export type Registered = {
  id: string;
  reference: string;
  title: Worded;
  languages: string[];
  areas: string[];
  goals: number[];
  digest: string;
  level: string;
  trusted: boolean;
  published_at: Date;
  parties: { code: string; names: Worded; signed: string | null }[];
};

const newest = sql`(SELECT r.digest FROM renewals r WHERE r.base = seals.digest
  ORDER BY r.position DESC LIMIT 1)`;

/** What the public sees: published agreements only, newest first, or the one of this id. */
export async function readRegister(
  db: Db,
  { id, cursor, limit }: { id?: string; cursor?: Cursor | null; limit: number },
): Promise<Registered[]> {
  let query = db
    .selectFrom("publications")
    .innerJoin("agreements", "agreements.id", "publications.agreement")
    .innerJoin("seals", (join) =>
      join
        .onRef("seals.agreement", "=", "agreements.id")
        .onRef("seals.number", "=", "agreements.text_version")
        .on(
          "seals.original",
          "=",
          sql<string>`(SELECT min(x.original COLLATE "C") FROM seals x
            WHERE x.agreement = agreements.id AND x.number = agreements.text_version)`,
        ),
    )
    .select([
      "agreements.id",
      "agreements.reference",
      "agreements.title",
      "agreements.languages",
      "agreements.areas",
      "agreements.goals",
      sql<string>`coalesce(${newest}, seals.digest)`.as("digest"),
      sql<string>`CASE WHEN ${newest} IS NULL THEN seals.level ELSE 'B-LTA' END`.as("level"),
      "seals.trusted",
      "publications.at as published_at",
      sql<Registered["parties"]>`(
        SELECT jsonb_agg(jsonb_build_object('code', p.code, 'names', p.names, 'signed', g.at)
          ORDER BY ap.position)
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        LEFT JOIN signatures g ON g.agreement = ap.agreement
          AND g.number = agreements.text_version AND g.party = ap.party
        WHERE ap.agreement = agreements.id)`.as("parties"),
    ]);
  if (id) query = query.where("agreements.id", "=", id);
  if (cursor) {
    query = query.where(
      sql<boolean>`(publications.at, agreements.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
    );
  }
  return query
    .orderBy("publications.at", "desc")
    .orderBy("agreements.id", "desc")
    .limit(limit)
    .execute();
}
