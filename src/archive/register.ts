import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Cursor } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import { namesOfParty } from "#src/db/names-of-party.ts";
import type { Headings } from "#workflows/headings.ts";

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
  /** The day of the last signature. */
  signed_on: string | null;
  published_at: Date;
  /** The instrument's IANA zone. */
  zone: string;
  parties: { code: string; names: Worded; signed: string | null; signedOn: string | null }[];
};

export type RegisterFilter = {
  id?: string | undefined;
  q?: string | undefined;
  party?: string | undefined;
  area?: string | undefined;
  goal?: number | undefined;
  language?: string | undefined;
  /** Of the last signature. */
  year?: number | undefined;
};

/**
 * Whether the row `ap` is of a party that negotiated, signed, joined or once acceded, not of one to which the text only
 * is open.
 */
export const takesPart = sql<boolean>`(ap.negotiated
  OR ap.standing !~ '^(invited|credentials|initialled|declined)'
  OR EXISTS (SELECT FROM party_acts o WHERE o.agreement = ap.agreement AND o.party = ap.party
    AND o.act = 'accede'))`;

/** The day of the last signature of the text that was sealed. */
const signedOn = sql<string | null>`(
  SELECT max(coalesce(s.signed_on, (s.at AT TIME ZONE 'UTC')::date))::text FROM signatures s
  WHERE s.agreement = agreements.id AND s.number = agreements.text_version)`;

const newest = sql`(SELECT r.digest FROM renewals r WHERE r.base = seals.digest
  ORDER BY r.position DESC LIMIT 1)`;

/** What the public sees: published agreements only, newest first; at most `limit`. */
export async function readRegister(
  db: Db,
  { id, ...filter }: RegisterFilter,
  { cursor = null, limit }: { cursor?: Cursor | null; limit: number },
): Promise<Registered[]> {
  const query = db
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
      signedOn.as("signed_on"),
      "publications.at as published_at",
      sql<string>`agreements.terms ->> 'zone'`.as("zone"),
      sql<Registered["parties"]>`(
        SELECT jsonb_agg(jsonb_build_object('code', p.code, 'names', ${namesOfParty}, 'signed', g.at,
            'signedOn', coalesce(g.signed_on, (g.at AT TIME ZONE 'UTC')::date))
          ORDER BY ap.position)
        FROM agreement_parties ap JOIN parties p ON p.code = ap.party
        LEFT JOIN signatures g ON g.agreement = ap.agreement
          AND g.number = agreements.text_version AND g.party = ap.party
        WHERE ap.agreement = agreements.id AND ${takesPart})`.as("parties"),
    ]);
  if (id) return query.where("agreements.id", "=", id).execute();
  // Finds the page's ids among the listings, and then reads only their rows. The schema is named, because at the edge
  // no search path leads there.
  const wanted = JSON.stringify({ ...filter, ...cursor, maxRows: limit });
  const find = sql.ref(`register.${filter.q ? "search_listed" : "find_listed"}`);
  const found = sql<{ agreement: string; place: Date }>`${find}(${wanted}::jsonb)`;
  return query
    .innerJoin(found.as<"found">(sql.ref("found")), "found.agreement", "agreements.id")
    .orderBy("found.place", "desc")
    .orderBy("agreements.id", "desc")
    .execute();
}

/** What published agreements say of what is printed around their texts, by agreement. One query. */
export async function readHeadings(
  db: Db,
  agreements: { id: string }[],
): Promise<Map<string, { words: Record<string, unknown>; headings: Headings }>> {
  const ids = agreements.map(({ id }) => id);
  const { rows } = await sql<{
    agreement: string;
    words: Record<string, unknown>;
    headings: Headings;
  }>`SELECT agreement, words, headings FROM register.given_words
    WHERE agreement = ANY (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ agreement, ...said }) => [agreement, said]));
}
