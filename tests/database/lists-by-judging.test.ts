import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countAgreements, listAgreements, type Sort } from "#src/agreements/read/list.ts";
import type { Filter } from "#src/agreements/read/listed.ts";
import { readRegister } from "#src/archive/register.ts";
import type { Cursor } from "#src/db/cursor.ts";
import { everybody, principalOf } from "#src/db/principal.ts";
import type { Person } from "#src/people/person.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import {
  ordered,
  type Row,
  scatteredAgreements,
  sees,
  selects,
  stages,
} from "./scattered-agreements.ts";

let office: Office;
let rows: Row[];

beforeAll(async () => {
  office = await openOffice();
  rows = await scatteredAgreements(office);
});
afterAll(() => office?.close());

const people: Record<string, () => Person> = {
  officer: () => office.as("legal-officer").person,
  archivist: () => office.as("archivist").person,
  ...Object.fromEntries(
    ["KR", "KZ", "AE", "HUB"].map((party) => [
      party,
      () => office.as("representative", party).person,
    ]),
  ),
};

const words = ["agreement", "often", "often1", "some3", "some", "few7", "few", "olden", "oldenest"];
const filters = fc.record({
  stage: fc.constantFrom("draft", "review", "sign.open", "publish", "lapsed", "withdrawn"),
  party: fc.constantFrom("KZ", "HUB", "US", "EE"),
  area: fc.constant("peer-learning"),
  goal: fc.constantFrom(16, 17, 1),
  language: fc.constantFrom("en", "ru", "fr"),
  createdFrom: fc.constantFrom("2025-01-01", "2026-10-01", "2026-11-15"),
  createdTo: fc.constantFrom("2025-01-01", "2026-09-01"),
  publishedFrom: fc.constant("2026-10-01"),
});
const names = ["stage", "party", "area", "goal", "language"] as const;
const days = ["createdFrom", "createdTo", "publishedFrom"] as const;

/** Few filters at once, because together they select nothing; words in half of the cases. */
const someFilters = fc
  .tuple(
    filters,
    fc.subarray([...names, ...days], { maxLength: 2 }),
    fc.option(fc.constantFrom(...words), { nil: undefined, freq: 2 }),
  )
  .map(
    ([all, kept, q]): Filter => ({
      ...Object.fromEntries(kept.map((name) => [name, all[name]])),
      q,
    }),
  );

type Place = { id: string; place: Date };

/** Reads a list page by page, at most eight pages; the ids and whether that is all. */
async function paged(limit: number, read: (cursor: Cursor | null) => Promise<Place[]>) {
  const ids: string[] = [];
  let cursor: Cursor | null = null;
  for (let page = 0; page < 8; page++) {
    const found = await read(cursor);
    ids.push(...found.map(({ id }) => id));
    const last = found.at(-1);
    if (found.length < limit || !last) return { ids, isAll: true };
    cursor = { at: last.place.toISOString(), id: last.id, asOf: "2999-01-01T00:00:00.000Z" };
  }
  return { ids, isAll: false };
}

const compare = ({ ids, isAll }: { ids: string[]; isAll: boolean }, wanted: string[]) =>
  expect([ids, isAll]).toEqual([
    wanted.slice(0, ids.length),
    isAll && wanted.length === ids.length,
  ]);

/** What the first rows of an index do not fill a page with, while rows at their end have the same time. */
const endsOfWalks: [{ who: string; filter: Filter; sort: Sort; limit: number }][] = [
  [{ who: "officer", filter: { goal: 17 }, sort: "updated", limit: 200 }],
  [{ who: "officer", filter: { goal: 17 }, sort: "newest", limit: 200 }],
  [{ who: "KZ", filter: { goal: 17, party: "US" }, sort: "updated", limit: 51 }],
  [{ who: "officer", filter: { q: "some3" }, sort: "updated", limit: 200 }],
  [{ who: "KR", filter: { q: "some3" }, sort: "updated", limit: 200 }],
];

test("a list has what judging every agreement selects, page by page, in either order", async () => {
  const asked = fc.record({
    who: fc.constantFrom(...Object.keys(people)),
    filter: someFilters,
    sort: fc.constantFrom<Sort>("newest", "updated"),
    limit: fc.constantFrom(3, 51, 200),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, filter, sort, limit }) => {
      const person = (people[who] as () => Person)();
      const db = office.ctx.as(principalOf(person));
      const found = rows.filter((row) => sees(person)(row) && selects(filter)(row));
      const wanted = ordered(found, (row) => (sort === "updated" ? row.updated : row.created));
      compare(
        await paged(limit, (cursor) => listAgreements(db, person, filter, { cursor, limit, sort })),
        wanted,
      );
    }),
    { examples: endsOfWalks },
  );
});

test("counts are what judging every agreement counts, or say that there may be more", async () => {
  const asked = fc.record({ who: fc.constantFrom(...Object.keys(people)), filter: someFilters });
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, filter }) => {
      const person = (people[who] as () => Person)();
      const db = office.ctx.as(principalOf(person));
      const found = rows.filter((row) => sees(person)(row) && selects(filter)(row));
      const wanted = Object.fromEntries(
        stages
          .map((stage) => [stage, found.filter((row) => row.stage === stage).length] as const)
          .filter(([, n]) => n > 0),
      );
      const counted = await countAgreements(db, person, filter);
      expect(counted).toEqual({ stages: wanted, atLeast: false });
    }),
  );
});

test("the register has what judging every published agreement selects, page by page", async () => {
  const asked = fc.record({ filter: someFilters, limit: fc.constantFrom(3, 51, 200) });
  await fc.assert(
    fc.asyncProperty(asked, async ({ filter: given, limit }) => {
      const { q, party, area, goal, language } = given;
      const filter = { q, party, area, goal, language };
      const found = rows.filter((row) => row.published !== null && selects(filter)(row));
      const wanted = ordered(found, (row) => row.published ?? 0);
      const db = office.ctx.as(everybody);
      const read = async (cursor: Cursor | null) =>
        (await readRegister(db, filter, { cursor, limit })).map(({ id, published_at }) => ({
          id,
          place: published_at,
        }));
      compare(await paged(limit, read), wanted);
    }),
  );
});

test("by last act, pages keep the order of the first one while acts move agreements", async () => {
  const { db } = office;
  await sql`UPDATE agreements a SET updated_at = (SELECT max(e.at) FROM evidence e
    WHERE e.agreement = a.id)`.execute(db);
  const moved = (id: string) =>
    sql`UPDATE agreements SET updated_at = now() + random() * interval '1 hour' WHERE id = ${id}`.execute(
      db,
    );
  for (const [who, filter] of [
    ["officer", {}],
    ["KZ", { stage: "review" }],
    ["officer", { q: "often1" }],
    ["AE", { q: "some3", party: "KR" }],
  ] as const) {
    const person = (people[who] as () => Person)();
    const as = office.ctx.as(principalOf(person));
    const read = (cursor: Cursor | null, limit: number) =>
      listAgreements(as, person, filter, { cursor, limit, sort: "updated" });
    const wanted = (await read(null, 150)).map(({ id }) => id);
    const asOf = new Date().toISOString();
    const ids: string[] = [];
    let cursor: Cursor | null = null;
    for (let page = 0; page < 3; page++) {
      const found: Place[] = await read(cursor, 50);
      ids.push(...found.map(({ id }) => id));
      const last = found.at(-1);
      if (!last) break;
      cursor = { at: last.place.toISOString(), id: last.id, asOf };
      for (const at of [3, 60, 77, 110, 149])
        await moved(wanted[(at + page) % wanted.length] as string);
    }
    expect(ids).toEqual(wanted);
    // What was moved belongs to now again.
    await sql`UPDATE agreements a SET updated_at = (SELECT max(e.at) FROM evidence e
      WHERE e.agreement = a.id) WHERE updated_at > ${asOf}::timestamptz`.execute(db);
  }
});

test("the functions that the previous release calls find and count all that words find", async () => {
  const person = (people.officer as () => Person)();
  const db = office.ctx.as(principalOf(person));
  const found = rows.filter(selects({ q: "often" }));
  const wanted = JSON.stringify({ q: "often", all: true, archived: false, of: null });
  const counted = await sql<{
    count: number;
  }>`SELECT * FROM count_searched(${wanted}::jsonb)`.execute(db);
  expect(counted.rows.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
  const ids = await sql<{ id: string }>`SELECT * FROM find_words('often') AS id`.execute(db);
  expect(ids.rows.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
});
