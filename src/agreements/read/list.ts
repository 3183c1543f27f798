import { sql } from "kysely";
import type { Cursor } from "#src/db/cursor.ts";
import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import type { AgreementRow } from "../find.ts";
import { visibleTo } from "../scope.ts";
import { aroundOf } from "../text/around-of.ts";
import { type FoundText, foundTexts } from "../text/found-texts.ts";
import { type Filter, listed, type Wanted } from "./listed.ts";

/** Newest first, by creation or by last act. */
export type Sort = "newest" | "updated";

export type Listed = AgreementRow & {
  parties: string[];
  closes_at: Date | null;
  published_at: Date | null;
  /** The time that sets its place in the list. */
  place: Date;
  /** Where the search words were found. */
  found: FoundText | null;
};

export type Page = { cursor: Cursor | null; limit: number; sort?: Sort };

/**
 * Lists the agreements that the person sees and the filter selects, at most `limit`. Two queries; four with search
 * words. When sorted by last act, later pages keep the order at the time of the first page (three queries). Acts done
 * meanwhile move nothing out of the pages, though each agreement shows its current state.
 */
export async function listAgreements(
  db: Db,
  person: Person,
  filter: Filter,
  { cursor, limit, sort = "newest" }: Page,
): Promise<Listed[]> {
  const asOf = sort === "updated" ? cursor?.asOf : undefined;
  const rows = asOf ? await readAsOf(asOf) : await read({ ...cursor, sort, maxRows: limit });
  const ids = rows.map(({ id }) => id);
  const sides = await readSides(db, ids);
  const { q: asked } = filter;
  const { language } = person;
  const searched = () => rows.map((row) => ({ ...row, around: aroundOf(row) }));
  const found = asked ? await foundTexts(db, searched(), { asked, language }) : new Map();
  return rows.map((row) => ({
    ...row,
    ...(sides.get(row.id) ?? { closes_at: null, published_at: null }),
    parties: row.party_codes,
    found: found.get(row.id) ?? null,
  }));

  /** Finds the page's ids among the listings, and then reads only their rows. */
  function read(page: Wanted, place = sql<Date>`found.place`, after: Cursor | null = null) {
    let query = db
      .selectFrom("agreements")
      .innerJoin(listed("find", person, { ...filter, ...page }), "found.agreement", "agreements.id")
      .selectAll("agreements")
      .select(place.as("place"))
      .where(visibleTo(person));
    if (after) {
      query = query.where(
        sql<boolean>`(${place}, id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      );
    }
    return query.orderBy(place, "desc").orderBy("id", "desc").limit(limit).execute();
  }

  /** An unchanged agreement keeps its place. A changed one takes that of its last act before `asOf`, from evidence. */
  async function readAsOf(asOf: string) {
    const then = sql<Date>`(SELECT max(e.at) FROM evidence e
      WHERE e.agreement = agreements.id AND e.at <= ${asOf}::timestamptz)`;
    const [kept, touched] = [
      await read({ ...cursor, sort, maxRows: limit, changedUntil: asOf }),
      await read({ changedAfter: asOf }, then, cursor),
    ];
    const later = (a: Placed, b: Placed) =>
      b.place.getTime() - a.place.getTime() || (a.id < b.id ? 1 : -1);
    return [...kept, ...touched].sort(later).slice(0, limit);
  }
}

type Placed = { id: string; place: Date };

export type Counts = {
  stages: Record<string, number>;
  /** Whether there may be more: what words find is counted from the newest to about 5,000. */
  atLeast: boolean;
};

/** Counts, by stage, the agreements that the person sees and the filter selects. One query. */
export async function countAgreements(db: Db, person: Person, filter: Filter): Promise<Counts> {
  const rows = await db
    .selectFrom(listed("count", person, filter))
    .selectAll("found")
    .execute();
  return {
    stages: Object.fromEntries(rows.map(({ stage_name, count }) => [stage_name, count])),
    atLeast: rows.some((row) => row.is_complete === false),
  };
}

type Sides = Pick<Listed, "closes_at" | "published_at">;

async function readSides(db: Db, ids: string[]): Promise<Map<string, Sides>> {
  const { rows } = await sql<{ id: string } & Sides>`SELECT a.id,
      (SELECT o.closes_at FROM openings o WHERE o.agreement = a.id AND o.number = a.text_version
        ORDER BY o.at LIMIT 1) AS closes_at,
      (SELECT x.at FROM publications x WHERE x.agreement = a.id) AS published_at
    FROM agreements a WHERE a.id = ANY (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...sides }) => [id, sides]));
}
