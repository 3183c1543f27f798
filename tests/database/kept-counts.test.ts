import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepCounts } from "#src/agreements/read/keep-counts.ts";
import { strayCounts } from "#tests/support/listings.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, openForSigning } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const changes = async () => {
  const { rows } = await sql<{ n: number }>`SELECT (SELECT count(*) FROM stage_changes)::integer
    + (SELECT count(*) FROM register_changes)::integer AS n`.execute(office.db);
  return rows[0]?.n ?? 0;
};
/** As jobs do it, of any number of changes. */
const add = () => keepCounts(office.ctx.db, 1);
type Counts = { stages: Record<string, number> };
const seenBy = async (role: string, party?: string) =>
  (await office.as(role, party).get<Counts>("/agreements/counts")).stages;

test("counts are exact before changes are added, and after", async () => {
  await draft(office);
  await circulate(office, await draft(office));
  await openForSigning(office, await draft(office, { parties: [{ code: "US" }, { code: "KZ" }] }));
  const seen = async () => [
    await seenBy("legal-officer"),
    await seenBy("representative", "KZ"),
    await seenBy("representative", "US"),
    await seenBy("archivist"),
  ];
  const before = await seen();
  expect(before).toEqual([
    { "draft.editing": 1, "review.circulated": 1, "sign.open": 1 },
    { "review.circulated": 1, "sign.open": 1 },
    { "sign.open": 1 },
    {},
  ]);
  expect(await strayCounts(office.db)).toEqual([]);
  expect(await add()).toBeGreaterThan(0);
  expect([await changes(), await seen(), await strayCounts(office.db)]).toEqual([0, before, []]);
});

test("acts that go on while changes are added are all counted, and wait for nobody", async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, () => draft(office)));
  let isOver = false;
  const adding = (async () => {
    let added = 0;
    while (!isOver) added += await add();
    return added;
  })();
  await Promise.all(ids.map((id) => circulate(office, id)));
  isOver = true;
  expect(await adding).toBeGreaterThan(0);
  expect(await strayCounts(office.db)).toEqual([]);
  await add();
  expect(await strayCounts(office.db)).toEqual([]);
});

test("changes that an open transaction has made are added after it ends, and those of a failed one never", async () => {
  await add();
  const before = await seenBy("legal-officer");
  const [id] = (await office.db.selectFrom("agreements").select("id").limit(1).execute()) as [
    { id: string },
  ];
  const failed = office.db.transaction().execute(async (tx) => {
    await sql`UPDATE agreements SET stage_name = 'lapsed' WHERE id = ${id.id}`.execute(tx);
    expect(await add()).toBe(0);
    expect(await seenBy("legal-officer")).toEqual(before);
    throw new Error("given up");
  });
  await expect(failed).rejects.toThrow("given up");
  expect([await add(), await seenBy("legal-officer")]).toEqual([0, before]);
});

test("only one process adds, and few changes are left alone", async () => {
  await draft(office);
  const there = await changes();
  expect(await keepCounts(office.ctx.db, there + 1)).toBe(0);
  await office.db.transaction().execute(async (tx) => {
    expect(await keepCounts(tx, there)).toBe(there);
    expect(await keepCounts(office.ctx.db, 1)).toBe(0);
  });
});

test("published agreements are counted by what they have, and a party that joins is added", async () => {
  const id = await draft(office);
  const { db } = office;
  await sql`INSERT INTO publications SELECT id, created_by, now() FROM agreements WHERE id = ${id}`.execute(
    db,
  );
  const counted = async () =>
    (await office.anyone.send("GET", "/register/statistics")).json() as Promise<{
      pairs: unknown[];
    }>;
  expect(await counted()).toMatchObject({
    agreements: 1,
    pairs: [{ parties: ["AE", "KZ"], count: 1 }],
  });
  await db
    .insertInto("agreement_parties")
    .values({ agreement: id, party: "EE", position: 3 })
    .execute();
  await sql`UPDATE agreements SET goals = '{1,2}' WHERE id = ${id}`.execute(db);
  expect(await strayCounts(db)).toEqual([]);
  await add();
  expect(await strayCounts(db)).toEqual([]);
  expect((await counted()).pairs).toHaveLength(3);
});
