import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

/** The register in the database: what its triggers and policies hold, whatever the application does. */
let office: Office;
let id = "";
beforeAll(async () => {
  office = await openOffice();
  const answer = await office.as("secretariat").send("POST", "/correspondence", {
    direction: "in",
    kind: "note-verbale",
    party: "KZ",
    channel: "by-hand",
    subject: "Note",
    on: "2026-01-05",
    time: "09:30",
    languages: ["en"],
  });
  ({ id } = (await answer.json()) as { id: string });
});
afterAll(() => office.close());

test.each([
  "DELETE FROM desk_entries",
  "UPDATE desk_entries SET number = number + 1, version = version + 1, reason = 'x'",
  "UPDATE desk_entries SET subject = 'x'",
  "UPDATE desk_entries SET subject = 'x', version = version + 1, reason = NULL",
  "DELETE FROM desk_events",
  "DELETE FROM desk_history",
])("the owner itself cannot do this: %s", async (statement) => {
  const officer = office.as("secretariat").person.id;
  await sql`INSERT INTO desk_events (entry, act, detail, person, at)
    VALUES (${id}, 'checked', '{"answers": {}}', ${officer}, now())`.execute(office.db);
  const filled = office.db.transaction().execute(async (tx) => {
    await sql`UPDATE desk_entries SET subject = 'Another', version = version + 1, reason = 'A slip.',
      corrected_by = ${officer}, corrected_at = now()`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
  await expect(filled).rejects.toThrow(/never changed|keep their number/);
});

test("a representative neither writes nor reads another party’s entries in the database", async () => {
  const ask = (party: string) =>
    office.ctx.as(principalOf(office.as("representative", party).person));
  const read = async (party: string) =>
    (await sql`SELECT FROM desk_entries`.execute(ask(party))).rows.length;
  expect([await read("KZ"), await read("AE")]).toEqual([1, 0]);
  await expect(
    sql`INSERT INTO desk_events (entry, act, detail, person, at)
      VALUES (${id}, 'acknowledged', '{}', ${office.as("representative", "KZ").person.id}, now())`.execute(
      ask("KZ"),
    ),
  ).rejects.toThrow(/row-level security/);
  const taken = await sql`UPDATE desk_entries SET subject = 'x', version = 2`.execute(ask("KZ"));
  expect(taken.numAffectedRows).toBe(0n);
  await expect(sql`UPDATE desk_entries SET number = 9`.execute(ask("KZ"))).rejects.toThrow(
    /permission denied/,
  );
});
