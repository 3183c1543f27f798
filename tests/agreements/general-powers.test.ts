import { afterAll, beforeAll, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { draft, openForSigning, signFor } from "#tests/support/scenario.ts";

/** Full powers lodged once with the depositary, for all instruments. */
let office: Office;
let first: Client;
let second: Client;
let third: Client;
beforeAll(async () => {
  office = await openOffice();
  first = office.as("secretariat");
  second = office.as("secretariat", null, 1);
  third = office.as("legal-officer");
});
afterAll(() => office.close());

type Powers = { id: string; state: string; verifiedBy: string[]; reason: string | null };

const given = (party: string, more: object = {}) => ({
  party,
  person: office.as("representative", party).person.id,
  acts: ["sign"],
  issuedBy: "Ministry of Foreign Affairs",
  signedBy: "The Minister for Foreign Affairs",
  place: "Capital",
  issuedOn: "2026-01-05",
  form: "original",
  ...more,
});

async function lodged(party: string, more: object = {}): Promise<string> {
  const answer = await first.send("POST", "/general-powers", given(party, more));
  const { id } = (await answer.json()) as { id: string };
  expect(answer.status).toBe(201);
  return id;
}

const verified = (by: Client, id: string) =>
  by.send("POST", `/general-powers/${id}/verifications`, {});
const ended = (id: string, verdict: string) =>
  second.send("POST", `/general-powers/${id}/endings`, { verdict, reason: "The party wrote so." });
const listed = async (by: Client, party: string) =>
  (await by.get<{ items: Powers[] }>(`/general-powers?party=${party}`)).items;

test("two others of the secretariat verify what one has lodged, each once", async () => {
  const id = await lodged("EE");
  expect(codeOf(await (await verified(first, id)).json())).toBe("verifier-is-presenter");
  expect((await verified(second, id)).status).toBe(204);
  expect(codeOf(await (await verified(second, id)).json())).toBe("already-verified-by-you");
  expect((await verified(third, id)).status).toBe(403);
  expect((await listed(first, "EE"))[0]).toMatchObject({ state: "pending" });
});

test("what is not complete, or of another party's person, is refused with its place", async () => {
  for (const [more, status] of [
    [{ person: office.as("representative", "AE").person.id }, 400],
    [{ validUntil: "2025-01-01" }, 422],
    [{ issuedOn: "2099-01-01" }, 422],
    [{ acts: [] }, 400],
  ] as const) {
    const answer = await first.send("POST", "/general-powers", given("KZ", more));
    expect(answer.status).toBe(status);
  }
});

test("verified ones count for an agreement, and the consent names them; revoked ones count no more", async () => {
  const [kazakhstan, emirates] = [
    office.as("representative", "KZ"),
    office.as("representative", "AE"),
  ];
  const own = given("KZ");
  expect((await emirates.send("POST", "/general-powers", own)).status).toBe(403);
  const { id } = (await (await kazakhstan.send("POST", "/general-powers", own)).json()) as Powers;
  for (const secretary of [first, second]) {
    expect((await verified(secretary, id)).status).toBe(204);
  }
  expect((await listed(first, "KZ"))[0]).toMatchObject({ state: "verified" });
  const agreement = await draft(office, { terms: { authority: "full-powers", clearance: false } });
  await openForSigning(office, agreement);
  await signFor(office, agreement, "KZ");
  await signFor(office, agreement, "AE");
  const { standing } = await readFacts(office.db, agreement);
  // Without authority a signature has no effect until it is confirmed (VCLT article 8).
  expect(standing).toEqual({ KZ: "signedDefinitive", AE: "unauthorised" });
  const { participants } = await third.get<{
    participants: { party: string; credentials: { id: string; general: boolean }[] }[];
  }>(`/agreements/${agreement}/participation`);
  const shown = participants.find(({ party }) => party === "KZ");
  expect(shown?.credentials).toMatchObject([{ id, general: true }]);

  const later = await draft(office, { terms: { authority: "full-powers", clearance: false } });
  await openForSigning(office, later);
  expect((await ended(id, "revoked")).status).toBe(204);
  expect(codeOf(await (await ended(id, "rejected")).json())).toBe("credentials-void");
  await signFor(office, later, "KZ");
  expect((await readFacts(office.db, later)).standing.KZ).toBe("unauthorised");
  expect((await listed(first, "KZ"))[0]).toMatchObject({ state: "revoked" });
});

test("a party sees its own and those of States with which it has an agreement, and no others", async () => {
  await lodged("US");
  const emirates = office.as("representative", "AE");
  expect(await listed(emirates, "US")).toEqual([]);
  expect((await listed(emirates, "KZ")).length).toBe(1);
  expect((await listed(office.as("representative", "US"), "US")).length).toBe(1);
});

test("the holder's account keeps them in the evidence log", async () => {
  const { id: person } = office.as("representative", "KZ").person;
  const entries = await office.db
    .selectFrom("account_entries")
    .select("event")
    .where("account", "=", person)
    .orderBy("seq")
    .execute();
  expect(entries.map(({ event }) => event)).toEqual([
    "general-powers-lodged",
    "general-powers-verified",
    "general-powers-verified",
    "general-powers-ended",
  ]);
});
