import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning } from "#tests/support/scenario.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

let office: Office;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await openForSigning(office, id);
});
afterAll(() => office.close());

test.each([
  "versions",
  "version_texts",
  "approvals",
  "authentications",
  "originals",
  "openings",
  "evidence",
])("a row of %s is neither changed nor deleted by any connection", async (table) => {
  const rows = sql.raw(`${table} WHERE agreement = '${id}'`);
  await expect(sql`DELETE FROM ${rows}`.execute(office.db)).rejects.toThrow(
    "never changed or deleted",
  );
  const update = sql.raw(`UPDATE ${table} SET agreement = agreement WHERE agreement = '${id}'`);
  await expect(update.execute(office.db)).rejects.toThrow("never changed or deleted");
});

test("an authenticated text gets no new version, even past the application", async () => {
  const insert = office.db
    .insertInto("versions")
    .values({
      agreement: id,
      number: 99,
      digest: "0".repeat(64),
      terms: JSON.stringify(ordinaryTerms),
      differences: "[]",
      created_by: office.as("legal-officer").person.id,
      created_at: new Date(),
    })
    .execute();
  await expect(insert).rejects.toThrow("is authenticated");
});
