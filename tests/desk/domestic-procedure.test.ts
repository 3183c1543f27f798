import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import type { Client } from "#tests/support/office.ts";
import { concludes } from "../negotiation/concludes.ts";
import { type Hall, openHall } from "../negotiation/hall.ts";

/** What parties report of their domestic procedures. It changes nothing in law. */
let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    variables: { place: "Astana" },
    as: "subject-to-ratification",
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
    },
  });
});
afterAll(() => hall.office.close());

type Step = { party: string; step: string; on: string | null; earlier: object[] };
const path = () => `/agreements/${id}/procedures`;
const reports = async (who: Client, body: object) => (await who.send("POST", path(), body)).status;
const stepsAs = async (who: Client) => (await who.get<{ items: Step[] }>(path())).items;

test("a focal point reports the steps of its own party, and the last report of each counts", async () => {
  const own = hall.of("KZ");
  const before = await hall.status(id);
  expect(await reports(own, { step: "parliament", expectedOn: "2027-03-01" })).toBe(201);
  expect(await reports(own, { step: "cabinet", on: "2027-01-05", note: "Decree 12." })).toBe(201);
  expect(await reports(own, { step: "parliament", expectedOn: "2027-05-01" })).toBe(201);
  expect(await stepsAs(hall.of("KR"))).toMatchObject([
    { party: "KZ", step: "cabinet", on: "2027-01-05", note: "Decree 12.", earlier: [] },
    {
      party: "KZ",
      step: "parliament",
      expectedOn: "2027-05-01",
      earlier: [{ expectedOn: "2027-03-01" }],
    },
  ]);
  // Nothing follows from it: neither standing nor dates, nor an entry in the evidence.
  expect(await hall.status(id)).toEqual(before);
});

test("nobody reports for another party, nor a day that has not come, and a stranger sees nothing", async () => {
  const own = hall.of("KZ");
  expect(await reports(own, { party: "KR", step: "cabinet" })).toBe(403);
  expect(await reports(own, { step: "cabinet", on: "2027-01-11" })).toBe(400);
  expect(await reports(hall.archivist, { party: "KZ", step: "cabinet" })).toBe(403);
  expect((await hall.of("EE").send("GET", path())).status).toBe(404);
  const db = hall.office.ctx.as(principalOf(own.person));
  const inserted = sql`INSERT INTO procedure_steps (id, agreement, party, step, is_public, person, at)
    VALUES (${hall.office.ctx.id()}, ${id}, 'KR', 'cabinet', true, ${own.person.id}, now())`;
  await expect(inserted.execute(db)).rejects.toThrow(/row-level security/);
});

test("the office reports only from a paper of the party", async () => {
  const [desk] = hall.secretaries;
  expect(await reports(desk, { party: "KR", step: "cabinet" })).toBe(400);
  const registered = await desk.send("POST", "/correspondence", {
    direction: "in",
    kind: "note-verbale",
    party: "KR",
    agreement: id,
    channel: "by-hand",
    subject: "Note on ratification",
    on: "2027-01-09",
    time: "10:00",
    languages: ["en"],
  });
  const { id: correspondence } = (await registered.json()) as { id: string };
  expect(await reports(desk, { party: "KZ", step: "cabinet", correspondence })).toBe(400);
  expect(await reports(desk, { party: "KR", step: "ministry", correspondence })).toBe(201);
  const last = (await stepsAs(desk)).find(({ party }) => party === "KR");
  expect(last).toMatchObject({ step: "ministry", correspondence });
  const shown = (await stepsAs(hall.of("KZ"))).find(({ party }) => party === "KR");
  expect(shown).toMatchObject({ step: "ministry", correspondence: null });
});

test("the public register shows a step only while the party’s last report says public", async () => {
  const own = hall.of("KZ");
  const shown = async () => {
    const answer = await hall.office.anyone.send("GET", `/register/${id}`);
    return ((await answer.json()) as { procedures: { step: string }[] }).procedures;
  };
  expect(await shown()).toEqual([]);
  await reports(own, { step: "cabinet", on: "2027-01-05", public: true });
  expect(await shown()).toMatchObject([{ party: "KZ", step: "cabinet", on: "2027-01-05" }]);
  await reports(own, { step: "cabinet", on: "2027-01-06" });
  expect(await shown()).toEqual([]);
});

test("reports are kept, even from the owner of the tables", async () => {
  for (const statement of [
    "UPDATE procedure_steps SET note = 'x'",
    "DELETE FROM procedure_steps",
  ]) {
    await expect(sql.raw(statement).execute(hall.office.db)).rejects.toThrow(/never changed/);
  }
});
