import { afterAll, beforeAll, expect, test } from "vitest";
import { trials } from "#tests/support/length.ts";
import { lettersTo } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";

/** One secretary alone gives nobody a role, another address or access again. */
let office: Office;
let first: Client;
let second: Client;
let officer: Client;
let time = new Date("2026-11-29T09:00:00Z");
const days = (count: number) => {
  time = new Date(time.getTime() + count * 86_400_000);
};

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
  first = office.as("secretariat");
  second = office.as("secretariat", null, 1);
  officer = office.as("legal-officer");
});
afterAll(() => office.close());

type View = {
  id: string;
  kind: string;
  subject: string;
  state: string;
  given: object;
  proposedBy: string;
  endedBy: string | null;
};
const list = async (who: Client) => (await who.get<{ items: View[] }>("/office-proposals")).items;
const outcome = async (answer: Response) => [answer.status, codeOf(await answer.json())];
const wanted = (email: string) => ({
  email,
  names: { en: "New Colleague" },
  language: "en",
  roles: ["secretariat"],
});

async function proposes(path: string, method: string, body: object): Promise<string> {
  const answer = await first.send(method, path, body);
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { proposal: string }).proposal;
}
const invites = (email: string) => proposes("/people", "POST", wanted(email));
const confirms = (who: Client, id: string) =>
  who.send("POST", `/office-proposals/${id}/confirmations`, {});
const known = async (email: string) =>
  (await first.get<{ items: { email: string }[] }>("/people")).items.some(
    (one) => one.email === email,
  );

test("an invitation waits: nobody is there and no letter goes until another one confirms it", async () => {
  const email = "ally@hub.example";
  const id = await invites(email);
  expect(await known(email)).toBe(false);
  expect(await outcome(await first.send("POST", "/people", wanted(email)))).toEqual([
    409,
    "already-proposed",
  ]);
  expect(await lettersTo(office, email)).toHaveLength(0);
  expect((await list(second))[0]).toMatchObject({
    id,
    kind: "invite-person",
    subject: email,
    state: "waiting",
    given: { roles: ["secretariat"] },
    proposedBy: first.person.id,
  });
  expect(await outcome(await confirms(first, id))).toEqual([403, "own-proposal"]);
  expect((await confirms(officer, id)).status).toBe(404);
  const confirmed = await confirms(second, id);
  expect(confirmed.status).toBe(201);
  const { id: person } = (await confirmed.json()) as { id: string };
  expect(await known(email)).toBe(true);
  const events = await first.get<{ items: object[] }>(`/people/${person}/events`);
  expect(events.items.at(-1)).toMatchObject({
    actor: second.person.id,
    event: "invited",
    detail: { proposedBy: first.person.id },
  });
  expect(await outcome(await confirms(second, id))).toEqual([409, "proposal-not-waiting"]);
});

test("a role, a party, another address and access again wait; what takes away is done at once", async () => {
  const { id } = office.as("representative", "EE").person;
  const path = `/people/${id}`;
  const change = (body: object) => first.send("PATCH", path, body);
  for (const gives of [
    { roles: ["representative", "archivist"] },
    { party: "KR" },
    { email: "elsewhere@ee.example" },
  ]) {
    const proposal = await proposes(path, "PATCH", gives);
    const rejection = { reason: "Nobody asked us." };
    const rejected = `/office-proposals/${proposal}/rejections`;
    expect((await second.send("POST", rejected, rejection)).status).toBe(204);
    expect(await outcome(await confirms(second, proposal))).toEqual([409, "proposal-not-waiting"]);
  }
  expect((await change({ titles: { en: "Minister" } })).status).toBe(204);
  expect((await change({ state: "suspended" })).status).toBe(204);
  const again = await proposes(path, "PATCH", { state: "active" });
  const suspended = async () =>
    (await first.get<{ items: { id: string; state: string }[] }>("/people")).items.find(
      (one) => one.id === id,
    )?.state;
  expect(await suspended()).toBe("suspended");
  expect((await confirms(second, again)).status).toBe(201);
  expect(await suspended()).toBe("active");
});

test("a confirmation days later brings nothing back that was taken away meanwhile", async () => {
  const { id } = office.as("representative", "KR").person;
  const people = async () =>
    (await first.get<{ items: { id: string; roles: string[]; names: object }[] }>("/people")).items;
  const find = async () => (await people()).find((one) => one.id === id);
  const { names } = (await find()) ?? {};
  const taken = ["representative"];
  await proposes(`/people/${id}`, "PATCH", { roles: ["representative", "archivist"] }).then(
    (proposal) => confirms(second, proposal),
  );
  // As an app sends it: every field, though only the address is another.
  const all = { names, roles: ["archivist", "representative"], party: "KR", language: "en" };
  const proposal = await proposes(`/people/${id}`, "PATCH", { ...all, email: "new@kr.example" });
  const kept = (await list(second)).find((one) => one.id === proposal)?.given;
  expect(kept).toEqual({ person: id, email: "new@kr.example", was: { email: expect.any(String) } });
  expect((await first.send("PATCH", `/people/${id}`, { roles: taken })).status).toBe(204);
  expect((await confirms(second, proposal)).status).toBe(201);
  expect(await find()).toMatchObject({ roles: taken, email: "new@kr.example" });
  // What itself was changed meanwhile is not confirmed as if nothing had happened.
  const more = ["representative", "archivist", "legal-officer"];
  const overtaken = await proposes(`/people/${id}`, "PATCH", { roles: more });
  const other = { roles: ["archivist"], party: null };
  await office.db.updateTable("people").set(other).where("id", "=", id).execute();
  expect(await outcome(await confirms(second, overtaken))).toEqual([409, "proposal-is-overtaken"]);
  expect((await find())?.roles).toEqual(["archivist"]);
});

test("the person concerned does not confirm their own new role", async () => {
  const roles = ["secretariat", "legal-officer"];
  const proposal = await proposes(`/people/${second.person.id}`, "PATCH", { roles });
  expect((await confirms(second, proposal)).status).toBe(403);
});

test("what waits is checked again when it is confirmed, and expires after 14 days", async () => {
  const email = "late@hub.example";
  const [id, taken] = [await invites(email), await invites("taken@hub.example")];
  await office.db
    .updateTable("people")
    .set({ email: "taken@hub.example" })
    .where("id", "=", office.as("archivist").person.id)
    .execute();
  expect(await outcome(await confirms(second, taken))).toEqual([409, "address-in-use"]);
  days(14);
  expect((await list(second)).find((one) => one.id === id)?.state).toBe("expired");
  expect(await outcome(await confirms(second, id))).toEqual([409, "proposal-not-waiting"]);
  expect(await known(email)).toBe(false);
  expect(await invites(email)).not.toBe(id);
});

test("a legal officer proposes a template, and only the secretariat publishes it", async () => {
  const [{ name = "", digest = "" } = {}] = (
    await officer.get<{ items: { name: string; digest: string }[] }>("/templates")
  ).items;
  const { files } = await officer.get<{ files: Record<string, string> }>(
    `/templates/${name}/versions/${digest}`,
  );
  const changed = { ...files, "en.md": `${files["en.md"]}\n` };
  const answer = await officer.send("POST", "/templates", { name, files: changed });
  expect(answer.status).toBe(202);
  const { proposal } = (await answer.json()) as { proposal: string };
  expect((await list(officer)).map(({ kind }) => kind)).toEqual(["publish-template"]);
  const colleague = office.as("legal-officer", null, 1);
  expect((await confirms(colleague, proposal)).status).toBe(403);
  expect((await confirms(first, proposal)).status).toBe(201);
});

test("of two answers at one instant one stands", async () => {
  for (let nth = 0; nth < trials({ short: 10, long: 100 }); nth++) {
    const email = `race-${nth}@hub.example`;
    const id = await invites(email);
    const [confirmed, rejected] = await Promise.all([
      confirms(second, id),
      second.send("POST", `/office-proposals/${id}/rejections`, { reason: "No." }),
    ]);
    const stands = [confirmed.status === 201, rejected.status === 204];
    expect(stands.filter(Boolean)).toHaveLength(1);
    expect(await known(email)).toBe(stands[0]);
  }
});
