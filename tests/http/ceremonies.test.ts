import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft, openForSigning, signFor } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const forum = {
  title: { en: "World Forum", ar: "المنتدى العالمي" },
  place: { en: "Astana", ar: "أستانا" },
  date: "2027-05-14",
  time: "10:30",
  zone: "Asia/Almaty",
  host: "KZ",
  languages: ["en", "ar"],
};

type Sheet = {
  items: {
    position: number;
    agreement: string;
    seats: { place: number; party: string; signatory: { names: { en: string } } | null }[];
    missing: { code: string }[];
  }[];
};

const officer = () => office.as("legal-officer");

async function plans(): Promise<string> {
  const answer = await officer().send("POST", "/ceremonies", forum);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function sets(id: string, items: object[], who: Client = officer()) {
  const { version } = await who.get<{ version: number }>(`/ceremonies/${id}`);
  const headers = { "If-Match": `"${version}"` };
  return who.send("PUT", `/ceremonies/${id}/run-sheet`, { items }, headers);
}

async function holds(id: string, moment: "opening" | "closing", who: Client = officer()) {
  const { version } = await who.get<{ version: number }>(`/ceremonies/${id}`);
  return who.send("POST", `/ceremonies/${id}/${moment}`, {}, { "If-Match": `"${version}"` });
}

const sheet = (id: string, who: Client = officer()) =>
  who.get<Sheet>(`/ceremonies/${id}/run-sheet`);

test("a forum signs several agreements: order, tables, signatories, and who has not signed", async () => {
  const [first, second, third] = await Promise.all([
    draft(office),
    draft(office, { parties: [{ code: "KZ" }, { code: "AE" }, { code: "HUB" }] }),
    draft(office),
  ]);
  for (const agreement of [first, second]) await openForSigning(office, agreement);
  const id = await plans();
  await sets(id, [{ agreement: first }, { agreement: second }, { agreement: third }]);
  const answer = await sets(id, [
    { agreement: second },
    { agreement: first },
    { agreement: third },
  ]);
  expect(answer.status).toBe(200);
  const { items } = await sheet(id);
  expect(items.map(({ agreement }) => agreement)).toEqual([second, first, third]);
  expect(items[0]?.seats.map(({ party }) => party)).toEqual(["HUB", "KZ", "AE"]);
  expect(items[1]?.seats.map(({ party }) => party)).toEqual(["AE", "KZ"]);
  expect(items[1]?.seats[0]?.signatory?.names.en).toBe("Mariam Al Hashimi");
  expect(items.map(({ missing }) => missing.map(({ code }) => code))).toEqual([
    [],
    [],
    ["signatory-not-designated", "signing-is-open"],
  ]);
  expect((await holds(id, "opening")).status).toBe(201);
  for (const party of ["KZ", "AE"]) await signFor(office, first, party);
  await signFor(office, second, "HUB");
  expect((await holds(id, "closing")).status).toBe(201);
  const record = async (language: string) =>
    (await officer().send("GET", `/ceremonies/${id}/proces-verbal?language=${language}`)).text();
  const english = await record("en");
  expect(english).toContain("# Procès-verbal of signature");
  expect(english).toContain("14 May 2027, at 10:30 (Asia/Almaty), in Astana");
  expect(english).toContain("Elena Petrova, Chair of the Steering Committee, for");
  expect(english).toMatch(/Not signed: the Republic of Kazakhstan and the United Arab Emirates\./);
  expect(await record("ar")).toContain("# محضر التوقيع");
  expect((await sets(id, [])).status).toBe(409);
});

test("a table may be laid otherwise, with one place for each party", async () => {
  const agreement = await draft(office);
  const id = await plans();
  const seats = [
    { party: "KZ", place: 1 },
    { party: "AE", place: 2 },
  ];
  expect((await sets(id, [{ agreement, seats }])).status).toBe(200);
  expect((await sheet(id)).items[0]?.seats.map(({ party }) => party)).toEqual(["KZ", "AE"]);
  const twice = seats.map((one) => ({ ...one, place: 1 }));
  const refused = await sets(id, [{ agreement, seats: twice }]);
  expect([refused.status, (await refused.json()).errors[0].pointer]).toEqual([
    400,
    "/items/0/seats",
  ]);
});

test("a representative sees the ceremony of their own agreement, and of it nothing else", async () => {
  const own = await draft(office, { parties: [{ code: "US" }, { code: "AE" }] });
  const other = await draft(office);
  await openForSigning(office, own);
  await openForSigning(office, other);
  const id = await plans();
  const states = office.as("representative", "US");
  expect((await states.send("GET", `/ceremonies/${id}`)).status).toBe(404);
  await sets(id, [{ agreement: other }, { agreement: own }]);
  const { items } = await sheet(id, states);
  expect(items.map(({ position, agreement }) => [position, agreement])).toEqual([[2, own]]);
  expect((await sets(id, [], states)).status).toBe(403);
  expect((await office.as("archivist").send("GET", `/ceremonies/${id}`)).status).toBe(404);
  expect((await office.anyone.send("GET", "/ceremonies")).status).toBe(401);
});

test("a change is made at the version that was seen, and nothing is planned twice under one key", async () => {
  const id = await plans();
  const path = `/ceremonies/${id}/run-sheet`;
  expect((await officer().send("PUT", path, { items: [] })).status).toBe(428);
  const stale = await officer().send("PUT", path, { items: [] }, { "If-Match": '"9"' });
  expect(stale.status).toBe(412);
  const key = { "Idempotency-Key": "one-forum" };
  const [a, b] = [
    await officer().send("POST", "/ceremonies", forum, key),
    await officer().send("POST", "/ceremonies", forum, key),
  ];
  expect(await a.json()).toEqual(await b.json());
});
