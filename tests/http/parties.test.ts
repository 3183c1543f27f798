import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import type { Party } from "#src/parties/find.ts";
import type { PartyEventView } from "#src/parties/list-events.ts";
import { browserOf } from "#tests/support/browser.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
let secretary: Client;
beforeAll(async () => {
  office = await openOffice({ demo: true });
  secretary = office.as("secretariat");
});
afterAll(() => office.close());

const forum = { code: "FORUM", kind: "organization", names: { en: "Forum", ru: "Форум" } };

async function listed(): Promise<Party[]> {
  return (await secretary.get<{ items: Party[] }>("/parties")).items;
}

test("a party that is added comes last in the protocol order, and takes part from then on", async () => {
  const before = await listed();
  const answer = await secretary.send("POST", "/parties", forum);
  expect(answer.status).toBe(201);
  const last = before.at(-1)?.protocolOrder ?? 0;
  expect((await listed()).at(-1)).toEqual({
    ...forum,
    state: null,
    forms: {},
    government: null,
    protocolOrder: last + 10,
    member: null,
    unMember: null,
    unSystem: null,
    ceased: null,
  });
  await draft(office, { parties: [{ code: "KZ" }, { code: "FORUM" }] });
});

test("a code that is known is refused", async () => {
  const answer = await secretary.send("POST", "/parties", { ...forum, code: "KZ" });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:already-exists" });
});

test("a place in the order is changed alone, and the list follows it", async () => {
  const answer = await secretary.send("PATCH", "/parties/HUB", { protocolOrder: 0 });
  expect(answer.status).toBe(200);
  const [first] = await listed();
  expect(first).toMatchObject({ code: "HUB", protocolOrder: 0, kind: "organization" });
});

test("what a party belongs to is said, stays, and is taken back", async () => {
  const said = async (json: object) => {
    const answer = await secretary.send("PATCH", "/parties/HUB", json);
    return answer.status === 200 ? ((await answer.json()) as Party) : answer.status;
  };
  expect(await said({ unSystem: true })).toMatchObject({ member: null, unSystem: true });
  expect(await said({ member: true })).toMatchObject({ member: true, unSystem: true });
  expect(await said({ unSystem: null })).toMatchObject({ member: true, unSystem: null });
  // Only States are Members of the United Nations.
  expect(await said({ unMember: true })).toBe(400);
});

test("the record says who changed what, and what was before", async () => {
  const names = { en: "Forum of Forums" };
  await secretary.send("POST", "/parties", { ...forum, code: "FORUM2" });
  await secretary.send("PATCH", "/parties/FORUM2", { names });
  const { items } = await secretary.get<{ items: PartyEventView[] }>("/parties/FORUM2/events");
  expect(items.map(({ event, actor }) => [event, actor])).toEqual([
    ["changed", secretary.person.id],
    ["added", secretary.person.id],
  ]);
  expect(items[0]?.detail).toMatchObject({ before: { names: forum.names }, after: { names } });
});

test.each([
  ["mixes two scripts", { en: "Fоrum" }, 422],
  ["hides a mark", { en: "Forum\u202e" }, 422],
  ["has a letter that no font prints", { en: "Forum \u{1F3DB}" }, 422],
  ["has no words in any language", {}, 400],
  ["is blank", { en: " " }, 422],
  ["has no letter in one language", { en: "Forum", ru: "…" }, 422],
  ["has only what modifies a letter", { en: "\u02b9" }, 422],
])("a name that %s is refused", async (_, names, status) => {
  const answer = await secretary.send("PATCH", "/parties/KZ", { names });
  expect(answer.status).toBe(status);
  const added = await secretary.send("POST", "/parties", { ...forum, code: "FORUM3", names });
  expect(added.status).toBe(status);
});

test("an old session alone changes no party", async () => {
  const browser = browserOf(office);
  await browser.send("POST", "/session", { demo: secretary.person.id });
  const { now } = office.ctx;
  office.ctx.now = () => new Date(now().getTime() + 10 * 60_000);
  const answer = await browser.send("PATCH", "/parties/KZ", { protocolOrder: 5 });
  office.ctx.now = now;
  expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:step-up-required" });
});

test("the database lets nobody else write a party or read the record, whatever the application lets them", async () => {
  const db = office.ctx.as(principalOf(office.as("legal-officer").person));
  const { numAffectedRows } = await sql`UPDATE parties SET protocol_order = 1`.execute(db);
  expect(numAffectedRows).toBe(0n);
  const insert = sql`INSERT INTO parties VALUES ('QQ', 'state', '{}', 1)`.execute(db);
  await expect(insert).rejects.toThrow(/row-level security/);
  expect((await sql`SELECT * FROM party_events`.execute(db)).rows).toEqual([]);
});

test("two of the secretariat record that a State has ceased to exist; it takes part in no new text", async () => {
  const other = office.as("secretariat", null, 1);
  const named = { code: "GDR", kind: "state", names: { en: "the German Democratic Republic" } };
  expect((await secretary.send("POST", "/parties", named)).status).toBe(201);
  const given = { on: "1990-10-03", reason: "Accession to the Federal Republic of Germany." };
  const record = async (code: string, body: object) =>
    secretary.send("POST", `/parties/${code}/endings`, body);
  expect((await record("GDR", { ...given, on: "2999-01-01" })).status).toBe(400);
  expect((await record("NOBODY", given)).status).toBe(404);
  const confirmed = async (body: object) => {
    const answer = await record("GDR", body);
    expect(answer.status).toBe(202);
    const { proposal } = (await answer.json()) as { proposal: string };
    const path = `/office-proposals/${proposal}/confirmations`;
    expect((await secretary.send("POST", path, {})).status).toBe(403);
    expect((await other.send("POST", path, {})).status).toBe(201);
    return (await listed()).find(({ code }) => code === "GDR")?.ceased;
  };
  expect(await confirmed(given)).toEqual(given);
  const { items } = await secretary.get<{ items: PartyEventView[] }>("/parties/GDR/events");
  expect(items[0]).toMatchObject({ event: "ceased", detail: { before: null, after: given } });
  await expect(draft(office, { parties: [{ code: "KZ" }, { code: "GDR" }] })).rejects.toThrow(
    /ceased/,
  );
  expect(await confirmed({ on: null, reason: "An error." })).toBeNull();
  await draft(office, { parties: [{ code: "KZ" }, { code: "GDR" }] });
});
