import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { act } from "#src/agreements/act.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { sealingService } from "#src/people/person.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test("if the database refuses one of an act's rows, the act fails with that reason and leaves nothing", async () => {
  const id = await draft(office);
  const { ctx } = office;
  const { person } = office.as("legal-officer");
  const before = await findAgreement(office.db, id, sealingService);
  const asked = { agreement: id, person, version: before.version, request: null };
  const described = { type: "describe", by: person.id } as const;

  const done = act(ctx, { ...asked, act: described }, async ({ tx, writes, agreement }) => {
    const parties = tx.updateTable("agreement_parties").where("agreement", "=", agreement.id);
    writes.push(
      parties.set({ signatory: person.id }),
      parties.set({ signatory: crypto.randomUUID() }),
      parties.set({ signatory: null }),
    );
    return undefined;
  });

  await expect(done).rejects.toThrow(/violates foreign key constraint/);
  expect(await findAgreement(office.db, id, sealingService)).toEqual(before);
  const { rows } = await sql<{ signatory: string | null }>`SELECT signatory FROM agreement_parties
    WHERE agreement = ${id}`.execute(office.db);
  expect(rows.map(({ signatory }) => signatory)).not.toContain(person.id);
});
