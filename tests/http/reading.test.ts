import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let id = "";
let time = new Date();

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
  id = await draft(office);
  await circulate(office, id);
});
afterAll(() => office.close());

const of = (party: string) => office.as("representative", party);
const later = (seconds: number) => {
  time = new Date(time.getTime() + seconds * 1000);
};

type View = { lastRead: { textVersion: number; at: string } | null; version: number };
const lastRead = async (who: Client) => (await who.get<View>(`/agreements/${id}`)).lastRead;
const reads = (who: Client, textVersion: number) =>
  who.send("PUT", `/agreements/${id}/reading`, { textVersion });

test("the text that a person has last looked at is remembered for that person alone", async () => {
  expect(await lastRead(of("KZ"))).toBeNull();
  const before = await of("KZ").get<View>(`/agreements/${id}`);
  const answer = await reads(of("KZ"), 1);
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { textVersion: 1, at: time.toISOString() },
  ]);
  expect(await lastRead(of("KZ"))).toEqual({ textVersion: 1, at: time.toISOString() });
  expect(await lastRead(of("AE"))).toBeNull();
  expect(await lastRead(office.as("legal-officer"))).toBeNull();
  later(5);
  await reads(of("KZ"), 1);
  expect((await lastRead(of("KZ")))?.at).toBe(time.toISOString());
  expect((await of("KZ").get<View>(`/agreements/${id}`)).version).toBe(before.version);
});

test("nobody has read a version that there is not, or an agreement that they do not see", async () => {
  expect((await reads(of("KZ"), 2)).status).toBe(400);
  expect((await reads(of("KZ"), 0)).status).toBe(400);
  expect((await reads(of("EE"), 1)).status).toBe(404);
});

test("the database shows no party what another has read", async () => {
  await reads(of("AE"), 1);
  const db = office.ctx.as(principalOf(of("AE").person));
  const { rows } = await sql<{ party: string }>`SELECT party FROM readings`.execute(db);
  expect(rows).toEqual([{ party: "AE" }]);
});

type Presence = {
  people: { person: string; party: string | null; place: object | null; seenAt: string }[];
  version: number;
  textVersion: number;
};
async function present(who: Client, place: object | null = null): Promise<Presence> {
  const answer = await who.send("PUT", `/agreements/${id}/presence`, { place });
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Presence;
}
const others = async (who: Client) =>
  (await present(who)).people.map(({ person }) => person).sort();
const ids = (...people: Client[]) => people.map(({ person }) => person.id).sort();

test("the office sees everybody who is there, a party the office and its own people", async () => {
  const [officer, kazakhstan, emirates] = [office.as("legal-officer"), of("KZ"), of("AE")];
  for (const one of [officer, kazakhstan, emirates]) await present(one);
  expect(await others(officer)).toEqual(ids(kazakhstan, emirates));
  expect(await others(kazakhstan)).toEqual(ids(officer));
  expect(await others(emirates)).toEqual(ids(officer));
  expect(await others(office.as("secretariat"))).toEqual(ids(officer, kazakhstan, emirates));
  expect((await of("EE").send("PUT", `/agreements/${id}/presence`, { place: null })).status).toBe(
    404,
  );
  const { rows } = await sql<{
    party: string;
  }>`SELECT DISTINCT party FROM presences ORDER BY 1`.execute(
    office.ctx.as(principalOf(kazakhstan.person)),
  );
  expect(rows.map(({ party }) => party)).toEqual(["", "KZ"]);
});

test("where somebody is, and whether the agreement has changed, is told with it", async () => {
  const place = { language: "en", article: 3 };
  await present(of("KZ"), place);
  const seen = await present(office.as("legal-officer"));
  expect(seen.people.find(({ party }) => party === "KZ")).toEqual({
    person: of("KZ").person.id,
    names: of("KZ").person.names,
    party: "KZ",
    place,
    seenAt: time.toISOString(),
  });
  const { version } = await of("KZ").get<View>(`/agreements/${id}`);
  expect(seen).toMatchObject({ version, textVersion: 1 });
  const answer = await of("KZ").send("PUT", `/agreements/${id}/presence`, {
    place: { article: 1 },
  });
  expect(answer.status).toBe(400);
});

test("who has said nothing for 45 seconds is gone, from the database too", async () => {
  const officer = office.as("legal-officer");
  await present(of("KZ"));
  later(44);
  expect(await others(officer)).toContain(of("KZ").person.id);
  later(2);
  expect(await others(officer)).not.toContain(of("KZ").person.id);
  const { rows } = await sql<{ person: string }>`SELECT person FROM presences`.execute(office.db);
  expect(rows.map(({ person }) => person)).toEqual([officer.person.id]);
});

type Filters = { items: { name: string; query: object }[] };
const named = async (who: Client) => (await who.get<Filters>("/filters")).items;
const path = (name: string) => `/filters/${encodeURIComponent(name)}`;

test("a person keeps filters by name, changes and removes them, and sees no other's", async () => {
  const officer = office.as("legal-officer");
  const query = { stage: "sign", goal: 16, q: "учёт", sort: "updated" };
  expect((await officer.send("PUT", path("Мои – подписание"), { query })).status).toBe(200);
  expect((await officer.send("PUT", path("A"), { query: {} })).status).toBe(200);
  expect(await named(officer)).toMatchObject([
    { name: "A", query: {} },
    { name: "Мои – подписание", query },
  ]);
  await officer.send("PUT", path("A"), { query: { party: "KZ" } });
  expect((await named(officer))[0]).toMatchObject({ query: { party: "KZ" } });
  const other = office.as("legal-officer", null, 1);
  expect(await named(other)).toEqual([]);
  expect((await other.send("DELETE", path("A"))).status).toBe(404);
  expect((await officer.send("DELETE", path("A"))).status).toBe(204);
  expect((await named(officer)).map(({ name }) => name)).toEqual(["Мои – подписание"]);
});

test("what the list does not take is not kept, nor a name with hidden characters", async () => {
  const officer = office.as("legal-officer");
  const status = async (name: string, query: object) =>
    (await officer.send("PUT", path(name), { query })).status;
  expect(await status("B", { stage: "nowhere" })).toBe(400);
  expect(await status("B", { cursor: "x" })).toBe(400);
  expect(await status("B", { q: "a\u0000b" })).toBe(422);
  expect(await status("B\u202e", {})).toBe(422);
  expect((await officer.send("GET", "/agreements?q=a%00b")).status).toBe(400);
});

test("fifty filters are kept and not one more, even if others are saved at the same time", async () => {
  const kazakhstan = of("KZ");
  const all = await Promise.all(
    Array.from({ length: 55 }, (_, n) => kazakhstan.send("PUT", path(`F${n}`), { query: {} })),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([
    ...Array(50).fill(200),
    ...Array(5).fill(409),
  ]);
  expect(await named(kazakhstan)).toHaveLength(50);
  const [first] = await named(kazakhstan);
  expect((await kazakhstan.send("PUT", path(first?.name ?? ""), { query: {} })).status).toBe(200);
});
