import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeParties } from "#src/agreements/text/change-parties.ts";
import { principalOf } from "#src/db/principal.ts";
import { strayCounts, strayListings } from "#tests/support/listings.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, openForSigning, signFor, told } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
});
afterAll(() => office.close());

const codesOf = async (id: string) => {
  const { rows } = await sql<{ codes: string[]; listed: string[] }>`
    SELECT a.party_codes AS codes, ARRAY(SELECT substr(v.name, 7)
        FROM generate_series(0, length(l.facets) * 8 - 1) AS bit
        JOIN listed_values v ON v.number = bit
        WHERE get_bit(l.facets, bit) = 1 AND starts_with(v.name, 'party:') ORDER BY 1) AS listed
    FROM agreements a JOIN listings l ON l.agreement = a.id WHERE a.id = ${id}`.execute(office.db);
  return rows[0] as (typeof rows)[number];
};

type List = { items: { id: string; parties: string[] }[] };
const idsFor = async (who: Client, query = "") =>
  (await who.get<List>(`/agreements${query}`)).items.map(({ id }) => id);

test("a draft's parties stand on its row in protocol order", async () => {
  const id = await draft(office, { parties: [{ code: "US" }, { code: "AE" }, { code: "KZ" }] });
  expect(await codesOf(id)).toEqual({ codes: ["KZ", "AE", "US"], listed: ["AE", "KZ", "US"] });
  const { items } = await officer.get<List>("/agreements?limit=1");
  expect(items[0]).toMatchObject({ id, parties: ["KZ", "AE", "US"] });
});

test("a removed party sees nothing from its next request on, and a new one sees the agreement", async () => {
  const id = await draft(office);
  await circulate(office, id);
  const [gone, stays, comes] = ["AE", "KZ", "US"].map((code) => office.as("representative", code));
  expect(await idsFor(gone as Client)).toContain(id);
  expect(await idsFor(comes as Client)).not.toContain(id);
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const text = "# Memorandum\n\n## Purpose\n\nThey keep quartz.\n";
  const path = `/agreements/${id}/texts/en`;
  expect((await officer.send("PUT", path, text, headers)).status).toBe(200);
  const parties = [{ code: "US" }, { code: "KZ" }];
  await changeParties(office.ctx, await told(office, id, officer), { parties });
  expect((await codesOf(id)).listed).toEqual(["KZ", "US"]);
  for (const query of ["", "?sort=updated", "?q=quartz", "?party=KZ"]) {
    expect(await idsFor(gone as Client, query)).not.toContain(id);
    expect(await idsFor(stays as Client, query)).toContain(id);
    expect(await idsFor(comes as Client, query)).toContain(id);
  }
  expect((await (gone as Client).send("GET", `/agreements/${id}`)).status).toBe(404);
  const db = office.ctx.as(principalOf((gone as Client).person));
  const evidence = sql`SELECT seq FROM evidence WHERE agreement = ${id}`;
  expect((await evidence.execute(db)).rows).toEqual([]);
});

test("the parties' rows decide, whatever a statement writes into the column", async () => {
  const id = await draft(office);
  await sql`UPDATE agreements SET party_codes = '{US,EE}' WHERE id = ${id}`.execute(office.db);
  expect((await codesOf(id)).codes).toEqual(["KZ", "AE"]);
  const row = sql`agreement_parties WHERE agreement = ${id} AND party = 'AE'`;
  await sql`UPDATE agreement_parties SET party = 'US' WHERE agreement = ${id} AND party = 'AE'`.execute(
    office.db,
  );
  expect((await codesOf(id)).listed).toEqual(["KZ", "US"]);
  await sql`DELETE FROM ${row}`.execute(office.db);
  await sql`DELETE FROM agreement_parties WHERE agreement = ${id}`.execute(office.db);
  expect(await codesOf(id)).toEqual({ codes: [], listed: [] });
});

test("a party that joins sees the agreement from then on", async () => {
  const id = await draft(office);
  await circulate(office, id);
  const estonia = office.as("representative", "EE");
  expect(await idsFor(estonia)).not.toContain(id);
  // As an accession writes it, in the name of the officer who records it.
  const row = { agreement: id, party: "EE", position: 3, standing: "contracting" };
  const db = office.ctx.as(principalOf(officer.person));
  await db.insertInto("agreement_parties").values(row).execute();
  expect(await idsFor(estonia)).toContain(id);
  expect((await codesOf(id)).listed).toEqual(["AE", "EE", "KZ"]);
});

test("several agreements changed by one statement are each noted", async () => {
  const ids = await Promise.all([draft(office), draft(office)]);
  await sql`INSERT INTO agreement_parties (agreement, party, position)
    SELECT id, 'KR', 9 FROM unnest(${ids}::uuid[]) AS id`.execute(office.db);
  for (const id of ids) expect((await codesOf(id)).listed).toEqual(["AE", "KR", "KZ"]);
});

test("a listing follows every act, and an act that fails leaves it alone", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  await signFor(office, id, "KZ");
  const before = await office.db.selectFrom("listings").selectAll().execute();
  const refused = await officer.act(id, "publication");
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await office.db.selectFrom("listings").selectAll().execute()).toEqual(before);
  expect(await strayListings(office.db)).toEqual([]);
  expect(await strayCounts(office.db)).toEqual([]);
});

test("a person may read the listings that are theirs, and nobody who asks over the network writes one", async () => {
  for (const [role, party] of [
    ["legal-officer", null],
    ["representative", "KZ"],
  ] as const) {
    const db = office.ctx.as(principalOf(office.as(role, party).person));
    const seen = async (table: string, key: string) =>
      (
        await sql<{
          id: string;
        }>`SELECT ${sql.ref(key)} AS id FROM ${sql.table(table)} ORDER BY 1`.execute(db)
      ).rows;
    expect(await seen("listings", "agreement")).toEqual(await seen("agreements", "id"));
    for (const statement of ["UPDATE listings SET stage = 1", "DELETE FROM listings"]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow("permission denied");
    }
  }
});
