import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning, shownOriginal, signFor, told } from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import { colleague } from "./colleague.ts";
import { outcome } from "./outcome.ts";
import { offered, waits } from "./what-is-offered.ts";

let office: Office;
let deputy: Awaited<ReturnType<typeof colleague>>;
let agreement: string;

beforeAll(async () => {
  office = await openOffice();
  deputy = await colleague(office, { en: "Deputy Example" });
});
beforeEach(async () => {
  agreement = await draft(office);
});
afterAll(() => office.close());

test("a signatory who has left is replaced while signing is open, and what others signed stands", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const officer = office.as("legal-officer");
  const change = { party: "KZ", signatory: deputy.id };
  expect((await officer.act(agreement, "designations", change)).status).toBe(201);
  expect((await readFacts(office.db, agreement)).signedBy).toEqual(["AE"]);
  expect(await offered(office.as("representative", "KZ"), agreement, "sign")).toEqual([
    false,
    ["designated-signatory"],
  ]);
  const record = await office.db
    .selectFrom("evidence")
    .select(["act", "detail"])
    .where("agreement", "=", agreement)
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
  expect(record).toEqual({ act: "designate", detail: change });
  const { version } = await told(office, agreement, officer);
  const signed = await deputy.send(
    "POST",
    `/agreements/${agreement}/signatures`,
    { original: shownOriginal, binding: false },
    { "If-Match": `"${version}"` },
  );
  expect(await outcome(signed)).toEqual([201, "sign.sealing"]);
});

test("the signatory of a party that has signed is not replaced", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const change = { party: "AE", signatory: office.as("representative", "AE").person.id };
  const answer = await office.as("legal-officer").act(agreement, "designations", change);
  expect(await outcome(answer)).toEqual([409, "already-signed"]);
});

test.each([
  ["is suspended", { state: "suspended" }],
  ["moves to another party", { party: "AE" }],
  ["is no representative any more", { roles: ["legal-officer"], party: null }],
])(
  "a signatory who %s before signing is one no more, and another is asked for",
  async (_, change) => {
    const leaver = await colleague(office, { en: "Leaver Example" });
    const designation = { party: "KZ", signatory: leaver.id };
    await openForSigning(office, agreement);
    const officer = office.as("legal-officer");
    await officer.act(agreement, "designations", designation);
    const at = { "If-Match": `"${(await told(office, agreement, officer)).version}"` };
    const changed = office.as("secretariat").send("PATCH", `/people/${leaver.id}`, change);
    await seconded(office, await changed);

    const view = await officer.get<{ parties: { code: string; signatory: object | null }[] }>(
      `/agreements/${agreement}`,
    );
    expect(view.parties.map(({ code, signatory }) => [code, signatory !== null])).toEqual([
      ["KZ", false],
      ["AE", true],
    ]);
    const shown = { original: shownOriginal, binding: false };
    const signed = await leaver.send("POST", `/agreements/${agreement}/signatures`, shown, at);
    expect(signed.status).toBeGreaterThanOrEqual(401);
    expect((await readFacts(office.db, agreement)).signedBy).toEqual([]);
    for (const who of [officer, deputy])
      expect((await waits(who, agreement)).join()).toContain('"designate"');
    const effects = await office.db
      .selectFrom("outbox")
      .select("effect")
      .where("agreement", "=", agreement)
      .orderBy("id", "desc")
      .limit(1)
      .execute();
    expect(effects).toEqual([{ effect: "announce-departure" }]);
  },
);

test("a signatory who leaves after signing has signed", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const { person } = office.as("representative", "AE");
  const set = async (state: string) => {
    const answer = office.as("secretariat").send("PATCH", `/people/${person.id}`, { state });
    await seconded(office, await answer);
  };
  await set("suspended");
  expect((await readFacts(office.db, agreement)).signatories.AE).toBe(person.id);
  await set("active");
  await office.as("representative", "AE").reenter();
});
