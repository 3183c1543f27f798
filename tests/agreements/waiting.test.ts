import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import {
  bringToOriginal,
  circulate,
  draft,
  openForSigning,
  signFor,
} from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let second: Client;

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  second = office.as("legal-officer", null, 1);
});
afterAll(() => office.close());

const of = (party: string) => office.as("representative", party);
type Row = { agreement: string; act: string; since: string; due: string | null; stage: string };
const rows = async (who: Client, agreement: string) =>
  (await who.get<{ items: Row[] }>("/waiting")).items.filter((one) => one.agreement === agreement);
const waits = async (who: Client, agreement: string) =>
  (await rows(who, agreement)).map(({ act }) => act);

async function takes(who: Client, id: string, resource: string, body: unknown = {}) {
  const answer = await who.act(id, resource, body);
  if (answer.status !== 201) throw new Error(await answer.text());
}

test("a draft waits for an officer to circulate it, and for nobody else", async () => {
  const id = await draft(office);
  expect(await waits(officer, id)).toEqual(["submit"]);
  for (const other of [of("KZ"), office.as("secretariat"), office.as("archivist")]) {
    expect(await waits(other, id)).toEqual([]);
  }
});

test("a circulated text waits for each party until it approves, with the time that was set", async () => {
  const id = await draft(office);
  for (const party of ["KZ", "AE"]) {
    const signatory = of(party).person.id;
    await takes(officer, id, "designations", { party, signatory });
  }
  const respondBy = "2999-01-01T00:00:00.000Z";
  const before = Date.now();
  await takes(officer, id, "submissions", { respondBy });
  const [row] = await rows(of("KZ"), id);
  expect(row).toMatchObject({ act: "approve", due: respondBy, stage: "review.circulated" });
  expect(Date.parse(row?.since ?? "")).toBeGreaterThanOrEqual(before);
  expect(Date.parse(row?.since ?? "")).toBeLessThanOrEqual(Date.now());
  expect(await waits(officer, id)).toEqual([]);
  expect(await waits(of("EE"), id)).toEqual([]);
  const { digest } = await officer.get<{ digest: string }>(`/agreements/${id}`);
  await takes(of("KZ"), id, "approvals", { digest });
  expect([await waits(of("KZ"), id), await waits(of("AE"), id)]).toEqual([[], ["approve"]]);
  expect((await rows(of("AE"), id))[0]?.since).toBe(row?.since);
});

test("after a request for changes the text waits to be revised, then to be circulated", async () => {
  const id = await draft(office);
  await circulate(office, id);
  await takes(of("KZ"), id, "change-requests", { reason: "Shorter." });
  expect(await waits(officer, id)).toEqual(["revise-text"]);
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  await officer.send("PUT", `/agreements/${id}/texts/en`, "# A\n\nB.\n\n## C\n\nD.\n", headers);
  expect(await waits(officer, id)).toEqual(["submit"]);
});

test("certifying waits for the officer who did not draft, and what two record for the second alone", async () => {
  const id = await draft(office, { languages: ["en", "ru"] });
  await circulate(office, id);
  const { digest } = await officer.get<{ digest: string }>(`/agreements/${id}`);
  for (const party of ["KZ", "AE"]) await takes(of(party), id, "approvals", { digest });
  expect([await waits(officer, id), await waits(second, id)]).toEqual([[], ["certify"]]);
  for (const language of ["en", "ru"])
    await takes(second, id, "concordances", { language, digest });
  expect([await waits(officer, id), await waits(second, id)]).toEqual([
    ["authenticate"],
    ["authenticate"],
  ]);
  await takes(officer, id, "authentication", { digest });
  expect([await waits(officer, id), await waits(second, id)]).toEqual([[], ["authenticate"]]);
});

test("who has not named a signatory or shown authority is asked to, and two verify it", async () => {
  const id = await draft(office, { terms: { authority: "full-powers", clearance: true } });
  await takes(officer, id, "submissions");
  expect(await waits(of("KZ"), id)).toEqual(["designate", "present-credentials", "approve"]);
  const person = of("KZ").person.id;
  await takes(of("KZ"), id, "designations", { party: "KZ", signatory: person });
  await takes(of("KZ"), id, "credentials", {
    person,
    kind: "full-powers",
    acts: ["sign"],
    issuedBy: "Ministry",
    signedBy: "Minister",
    instrument: "Memorandum",
    place: "Astana",
    issuedOn: "2026-01-01",
    form: "copy",
  });
  expect(await waits(of("KZ"), id)).toEqual(["approve"]);
  const [first, other] = [office.as("secretariat"), office.as("secretariat", null, 1)];
  expect([await waits(first, id), await waits(other, id)]).toEqual([
    ["verify-credentials"],
    ["verify-credentials"],
  ]);
  const found = await sql<{ id: string }>`SELECT id FROM credentials
    WHERE agreement = ${id}`.execute(office.db);
  const credential = found.rows[0]?.id;
  await takes(first, id, "credential-verifications", { party: "KZ", credential });
  expect([await waits(first, id), await waits(other, id)]).toEqual([[], ["verify-credentials"]]);
  await takes(other, id, "credential-verifications", { party: "KZ", credential });
  expect(await waits(other, id)).toEqual([]);
});

test("a signature waits for the one who is designated, until the window closes", async () => {
  const id = await draft(office);
  const closesAt = new Date("2999-01-01T00:00:00Z");
  await openForSigning(office, id, closesAt);
  const [row] = await rows(of("KZ"), id);
  expect(row).toMatchObject({ act: "sign", due: closesAt.toISOString(), stage: "sign.open" });
  await signFor(office, id, "KZ");
  expect([await waits(of("KZ"), id), await waits(of("AE"), id)]).toEqual([[], ["sign"]]);
  expect(await waits(officer, id)).toEqual([]);
});

test("a signature on paper waits for the second officer, and so does a withdrawal", async () => {
  const id = await draft(office);
  await openForSigning(office, id);
  await sql`INSERT INTO paper_signatures (agreement, number, party, person, key, at)
    SELECT ${id}, text_version, 'KZ', ${officer.person.id}, 'x', now()
    FROM agreements WHERE id = ${id}`.execute(office.db);
  expect([await waits(officer, id), await waits(second, id)]).toEqual([[], ["record-signature"]]);
  const left = await draft(office);
  await circulate(office, left);
  await takes(officer, left, "withdrawal", { reason: "No longer wanted." });
  expect([await waits(officer, left), await waits(second, left)]).toEqual([[], ["withdraw"]]);
});

test("a sealed agreement waits for its publication, for custody and for copies", async () => {
  const id = await draft(office);
  await bringToOriginal(office, id);
  const stage = (dissemination: string, custody: string) =>
    sql`UPDATE agreements SET stage_name = 'publish', stage = ${JSON.stringify({
      publish: { legal: "notInForce", dissemination, custody, correction: "none" },
    })}::jsonb WHERE id = ${id}`.execute(office.db);
  const archivist = office.as("archivist");
  await stage("withheld", "sealed");
  expect([await waits(officer, id), await waits(archivist, id)]).toEqual([["publish"], ["ingest"]]);
  await stage("published", "ingested");
  expect([await waits(officer, id), await waits(archivist, id)]).toEqual([
    [],
    ["issue-certified-copy", "check-fixity"],
  ]);
  await stage("published", "fixityOk");
  expect(await waits(archivist, id)).toEqual(["issue-certified-copy"]);
  expect(await waits(of("EE"), id)).toEqual([]);
});

test("what is due comes first, then what has lain longest", async () => {
  const { items } = await of("KZ").get<{ items: Row[] }>("/waiting");
  const due = items.map((one) => one.due ?? "9");
  expect(due).toEqual([...due].sort());
  expect(items.length).toBeGreaterThan(2);
});

test("what a person is told to do is what the agreement says may be done", async () => {
  type View = { acts: { act: string; allowed: boolean }[] };
  for (const who of [officer, second, of("KZ"), of("AE"), office.as("secretariat")]) {
    const { items } = await who.get<{ items: Row[] }>("/waiting");
    for (const { agreement, act } of items.filter((one) => one.act !== "record-signature")) {
      const { acts } = await who.get<View>(`/agreements/${agreement}`);
      expect(acts).toContainEqual(expect.objectContaining({ act, allowed: true }));
    }
  }
});
