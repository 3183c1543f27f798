import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementsWithActions } from "#src/agreements/awaited/agreements-with-actions.ts";
import { actionsInAgreements, listActions } from "#src/agreements/awaited/list-actions.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { generateInto, openScratch } from "../generate/office-of-generated.ts";

/** A list reads only agreements in which there can be an action; here all are read, and compared. */
let stage: Awaited<ReturnType<typeof openScratch>>;
let office: Office;

beforeAll(async () => {
  [stage, office] = await Promise.all([openScratch(), openOffice()]);
  await generateInto(office, stage.scratch);
});
afterAll(() => Promise.all([stage.close(), office.close()]));

test("no agreement with an action is left out, on any day, for any party", async () => {
  const rows = await office.db
    .selectFrom("agreement_parties as p")
    .innerJoin("agreements as a", "a.id", "p.agreement")
    .select(["p.agreement", "p.party", "a.stage_name", "a.updated_at"])
    .execute();
  const last = Math.max(...rows.map(({ updated_at }) => updated_at.getTime()));
  const parties = [...new Set(rows.map(({ party }) => party))];
  let seen = 0;
  let skipped = 0;
  for (const days of [-400, -30, 0, 200, 2000]) {
    const at = new Date(last + days * 86_400_000);
    for (const party of parties) {
      const own = rows.filter((one) => one.party === party && one.stage_name !== "draft.editing");
      const ids = own.map(({ agreement }) => agreement);
      const all = await actionsInAgreements(office.db, ids, { party, at });
      const read: string[] = [];
      for await (const some of agreementsWithActions(office.db, { party, at })) read.push(...some);
      const listed = await listActions(office.db, { party, at });
      expect(sorted(listed)).toEqual(sorted(all));
      seen += all.length;
      skipped += new Set(ids).size - read.length;
    }
  }
  // Both happen, or the comparison says nothing.
  expect(Math.min(seen, skipped)).toBeGreaterThan(0);
});

const sorted = (items: object[]) => items.map((one) => JSON.stringify(one, keys)).sort();
const keys = ["agreement", "id", "action", "kind", "due", "rule", "basis", "article", "other"];
