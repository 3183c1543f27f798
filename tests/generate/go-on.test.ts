import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { enterAs, generateInto, openScratch, wanted } from "./office-of-generated.ts";

/** What people find in generated agreements, and that they can go on with them like with any other. */
let stage: Awaited<ReturnType<typeof openScratch>>;
let office: Office;
let officer: Client;

beforeAll(async () => {
  [stage, office] = await Promise.all([openScratch(), openOffice()]);
  await generateInto(office, stage.scratch);
  officer = office.as("legal-officer");
});
afterAll(() => Promise.all([stage.close(), office.close()]));

type View = {
  id: string;
  stage: string;
  digest: string;
  original: string;
  parties: { code: string; approved: boolean }[];
};
type Page = { items: { id: string; stage: string }[] };

/** An agreement in this stage, the parties that have yet to act there, and their signatories. */
async function findIn(stageName: string, acts: "approvals" | "signatures") {
  const { rows } = await sql<{ id: string; party: string; signatory: string }>`
    SELECT a.id, p.party, p.signatory FROM agreements a JOIN agreement_parties p ON p.agreement = a.id
    WHERE a.stage_name = ${stageName} AND NOT EXISTS (SELECT FROM ${sql.table(acts)} s
      WHERE s.agreement = a.id AND s.number = a.text_version AND s.party = p.party)
    ORDER BY a.id, p.position`.execute(office.db);
  const id = rows[0]?.id ?? "";
  return { id, waiting: rows.filter((row) => row.id === id) };
}

test("an officer lists and reads them, with their texts and their history", async () => {
  const { items } = await officer.get<Page>("/agreements?limit=100");
  expect(items.length).toBe(wanted.agreements);
  for (const { id } of items.slice(0, 10)) {
    const view = await officer.get<View & { languages: string[]; title: object }>(
      `/agreements/${id}`,
    );
    const text = await officer.send("GET", `/agreements/${id}/texts/en`);
    expect(await text.text()).toContain("# ");
    expect(Object.keys(view.title).sort()).toEqual([...view.languages].sort());
  }
});

test("a party sees its own agreements and no others", async () => {
  const delegate = office.as("representative", "AE");
  const { items } = await delegate.get<Page>("/agreements?limit=100");
  const { rows } = await sql<{ id: string }>`SELECT a.id FROM agreements a
    JOIN agreement_parties p ON p.agreement = a.id
    WHERE p.party = 'AE' AND a.stage_name <> 'draft.editing'`.execute(office.db);
  expect(items.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThan(wanted.agreements);
  const all = await officer.get<Page>("/agreements?limit=100");
  const foreign = all.items.find(({ id }) => !rows.some((row) => row.id === id));
  expect((await delegate.send("GET", `/agreements/${foreign?.id}`)).status).toBe(404);
});

test("a search finds the words of a title, and the public register shows what is published", async () => {
  const { items } = await officer.get<Page>("/agreements?q=procurement&limit=100");
  expect(items.length).toBeGreaterThan(0);
  const register = await office.anyone.send("GET", "/register?limit=100");
  expect(((await register.json()) as Page).items.length).toBeGreaterThan(20);
});

test("the parties of a circulated text approve it, and it goes on", async () => {
  const { id, waiting } = await findIn("review.circulated", "approvals");
  for (const { signatory } of waiting) {
    const delegate = await enterAs(office, signatory);
    const { digest } = await delegate.get<View>(`/agreements/${id}`);
    expect((await delegate.act(id, "approvals", { digest })).status).toBe(201);
  }
  const { stage: reached } = await officer.get<View>(`/agreements/${id}`);
  expect(["review.concordance", "review.settled"]).toContain(reached);
});

test("the signatories of an open one sign it, and its seal is ordered", async () => {
  const { id, waiting } = await findIn("sign.open", "signatures");
  for (const { signatory } of waiting) {
    const delegate = await enterAs(office, signatory);
    const { original } = await delegate.get<View>(`/agreements/${id}`);
    const answer = await delegate.act(id, "signatures", { original, binding: false });
    expect([answer.status, (await answer.json()).title]).toEqual([201, undefined]);
  }
  expect((await officer.get<View>(`/agreements/${id}`)).stage).toBe("sign.sealing");
});

test("a file that was never made is reported as missing, and nothing pretends to be it", async () => {
  const { rows } = await sql<{ agreement: string }>`SELECT agreement FROM seals LIMIT 1`.execute(
    office.db,
  );
  const path = `/agreements/${rows[0]?.agreement}/pdf?kind=sealed`;
  const answer = await officer.send("GET", path);
  expect([answer.status, codeOf(await answer.json())]).toEqual([502, "integrity-error"]);
});
