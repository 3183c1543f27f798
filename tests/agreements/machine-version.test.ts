import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { sealingService } from "#src/people/person.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft, openForSigning, signFor } from "#tests/support/scenario.ts";
import { machineVersion } from "#workflows/agreement.ts";
import type { Stage } from "#workflows/stage.ts";
import { upgrade, upgrades } from "#workflows/upgrade.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function setVersion(id: string, machine_version: number) {
  await office.db.updateTable("agreements").set({ machine_version }).where("id", "=", id).execute();
}

test("an agreement in flight goes on with the next release and is stored in its version", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  await setVersion(id, 1);
  await signFor(office, id, "KZ");
  const row = await findAgreement(office.db, id, sealingService);
  expect([row.stage_name, row.machine_version]).toEqual(["sign.open", machineVersion]);
});

test("what a newer release has written is refused for now, not misread", async () => {
  const id = await draft(office);
  await circulate(office, id);
  await setVersion(id, machineVersion + 1);
  const { digest } = await office.db
    .selectFrom("versions")
    .select("digest")
    .where("agreement", "=", id)
    .executeTakeFirstOrThrow();
  const headers = { "If-Match": '"4"' };
  const asked = await office
    .as("representative", "KZ")
    .send("POST", `/agreements/${id}/approvals`, { digest }, headers);
  expect([asked.status, asked.headers.get("Retry-After")]).toEqual([503, "5"]);
});

test("there is a way from every earlier version to this one", () => {
  const earlier = Array.from({ length: machineVersion - 1 }, (_, index) => index + 1);
  expect(Object.keys(upgrades).map(Number)).toEqual(earlier);
});

test("a stage is carried through every version in order", () => {
  const by = {
    1: (stage: Stage) => (stage === "lapsed" ? "withdrawn" : stage) as Stage,
    2: (stage: Stage): Stage => (stage === "withdrawn" ? { draft: "editing" } : stage),
  };
  expect(upgrade("lapsed", 1, { to: 3, by })).toEqual({ draft: "editing" });
  expect(upgrade("lapsed", 2, { to: 3, by })).toBe("lapsed");
  expect(() => upgrade("lapsed", 1, { to: 4, by })).toThrow("no way from machine version 3");
});
