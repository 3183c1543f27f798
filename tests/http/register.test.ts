import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everybody } from "#src/db/principal.ts";
import { fill } from "#tests/support/evidence.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, openAndSign } from "#tests/support/scenario.ts";

let office: Office;
/** Sealed and published. */
let published = "";
/** Sealed and withheld. */
let withheld = "";

const title = { en: "Memorandum on Falconry", ru: "Меморандум о соколиной охоте" };

beforeAll(async () => {
  office = await openOffice();
  const room = await roomOf(office);
  const seal = async (change: Parameters<typeof draft>[1]) => {
    const id = await draft(office, change);
    await bringToOriginal(office, id);
    await work(office, room);
    await openAndSign(office, id);
    await work(office, room);
    return id;
  };
  published = await seal({
    languages: ["en", "ru"],
    title,
    parties: [{ code: "KZ" }, { code: "AE" }, { code: "HUB" }],
    areas: ["peer-learning"],
    goals: [16],
  });
  withheld = await seal({
    title: { en: "Memorandum on Secrets" },
    parties: [{ code: "US" }, { code: "EE" }],
  });
  const answer = await office.as("legal-officer").act(published, "publication");
  expect(answer.status).toBe(201);
  await circulate(office, await draft(office, { title: { en: "Draft on Falconry" } }));
});
afterAll(() => office.close());

type Found = { language: string; excerpt: string; hits: { start: number; end: number }[] };
type Item = { id: string; found?: Found };
const asks = (path: string, headers: HeadersInit = {}) =>
  office.anyone.send("GET", path, undefined, headers);
async function get<T>(path: string, headers: HeadersInit = {}): Promise<T> {
  const answer = await asks(path, headers);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
const list = async (query: string) => (await get<{ items: Item[] }>(`/register${query}`)).items;

test("anybody searches the published texts and titles in each language, and nothing else", async () => {
  for (const q of ["falconry", "соколиной", "falc", "civil service", "DEP"]) {
    const found = await list(`?q=${encodeURIComponent(q)}`);
    expect([q, found.map(({ id }) => id)]).toEqual([q, [published]]);
  }
  expect(await list("?q=secrets")).toEqual([]);
  expect(await list("?q=draft")).toEqual([]);
  const path = `/register?q=${encodeURIComponent("меморандум")}`;
  const { items } = await get<{ items: Item[] }>(path, { "Accept-Language": "ru" });
  const { language, excerpt, hits } = items[0]?.found ?? { language: "", excerpt: "", hits: [] };
  expect(language).toBe("ru");
  expect(hits.map(({ start, end }) => excerpt.slice(start, end).toLowerCase())).toContain(
    "меморандум",
  );
});

test("the register is narrowed by party, area, goal, language and year", async () => {
  const year = new Date().getUTCFullYear();
  const some = ["party=HUB", "area=peer-learning", "goal=16", "language=ru", `year=${year}`];
  for (const query of some) {
    expect([query, (await list(`?${query}`)).length]).toEqual([query, 1]);
  }
  const none = ["party=US", "area=capacity-building", "goal=1", "language=ar", "year=1999"];
  for (const query of none) expect([query, await list(`?${query}`)]).toEqual([query, []]);
  expect((await list(`?${some.join("&")}`)).length).toBe(1);
  expect((await asks("/register?stage=publish")).status).toBe(400);
});

test("a published agreement has a page with its texts, and where each party stands", async () => {
  await fill(office);
  type Entry = {
    parties: { code: string; signedOn: string }[];
    texts: { language: string; markdown: string }[];
    evidence: { seq: number; index: number };
    originals: object[];
  };
  const entry = await get<Entry>(`/register/${published}`);
  const today = new Date().toISOString().slice(0, 10);
  expect(entry).toMatchObject({
    id: published,
    title,
    languages: ["en", "ru"],
    areas: ["peer-learning"],
    goals: [16],
    signedOn: today,
    prevailing: null,
    inForceOn: null,
    trusted: false,
    amends: null,
    amendedBy: [],
  });
  expect(entry.parties).toMatchObject([
    { code: "KZ", kind: "state", signedOn: today, signedAs: "definitive", inForceOn: null },
    { code: "AE", standing: "signedDefinitive" },
    { code: "HUB", kind: "organization", names: { en: expect.any(String) } },
  ]);
  expect(entry.texts.map(({ language }) => language)).toEqual(["en", "ru"]);
  const officer = office.as("legal-officer");
  const text = await officer.send("GET", `/agreements/${published}/texts/ru`);
  expect(entry.texts[1]?.markdown).toBe(await text.text());
  expect(entry.originals).toHaveLength(1);
  expect(entry.evidence.index).toBeGreaterThanOrEqual(0);
  const proof = await officer.get<{ index: number }>(
    `/agreements/${published}/evidence/${entry.evidence.seq}/proof`,
  );
  expect(proof.index).toBe(entry.evidence.index);
});

test("what is not published has no page for anyone", async () => {
  for (const who of [
    office.anyone,
    office.as("legal-officer"),
    office.as("representative", "US"),
  ]) {
    expect((await who.send("GET", `/register/${withheld}`)).status).toBe(404);
  }
});

test("dates of entry into force are shown once they are on record", async () => {
  await sql`INSERT INTO entry_dates (agreement, party, on_day, derivation, person, at)
    SELECT ${published}, party, '2027-01-02', '[]', (SELECT id FROM people LIMIT 1), now()
    FROM (VALUES (''), ('KZ')) AS v (party)`.execute(office.db);
  expect(await get(`/register/${published}`)).toMatchObject({
    inForceOn: "2027-01-02",
    parties: [{ inForceOn: "2027-01-02" }, { inForceOn: null }, { inForceOn: null }],
  });
});

test("the statistics count what is published alone, and may be kept for five minutes", async () => {
  const answer = await asks("/register/statistics");
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=300");
  const year = new Date().getUTCFullYear();
  expect(await answer.json()).toMatchObject({
    agreements: 1,
    parties: [
      { code: "AE", count: 1 },
      { code: "HUB", count: 1 },
      { code: "KZ", count: 1 },
    ],
    areas: [{ area: "peer-learning", count: 1 }],
    goals: [{ goal: 16, count: 1 }],
    years: [{ year, count: 1 }],
    pairs: [
      { parties: ["AE", "HUB"], count: 1 },
      { parties: ["AE", "KZ"], count: 1 },
      { parties: ["HUB", "KZ"], count: 1 },
    ],
  });
  const etag = answer.headers.get("ETag") ?? "";
  const again = await asks("/register/statistics", { "If-None-Match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("the public's role reads of the new tables what is published, and nothing beside it", async () => {
  const db = office.ctx.as(everybody);
  const agreements = async (table: string) =>
    (
      await sql<{ agreement: string }>`SELECT DISTINCT agreement FROM ${sql.table(table)}`.execute(
        db,
      )
    ).rows;
  for (const table of ["version_texts", "evidence", "log_leaves", "entry_dates"]) {
    expect([table, await agreements(table)]).toEqual([table, [{ agreement: published }]]);
  }
  const { rows } = await sql<{ markdown: string }>`SELECT markdown FROM text_bodies`.execute(db);
  expect(rows).toHaveLength(2);
  const acts = await sql<{ act: string }>`SELECT DISTINCT act FROM evidence ORDER BY 1`.execute(db);
  expect(acts.rows).toEqual([{ act: "publish" }, { act: "report-sealed" }]);
  for (const table of ["search_texts", "readings", "presences", "saved_filters"]) {
    await expect(sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rejects.toThrow(/not exist/);
    await expect(sql`SELECT * FROM ${sql.table(`public.${table}`)}`.execute(db)).rejects.toThrow(
      /permission denied/,
    );
  }
  await expect(sql`SELECT public.find_words('secrets')`.execute(db)).rejects.toThrow(/denied/);
});
