import { afterAll, beforeAll, expect, test } from "vitest";
import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import { roomOf, type SentLetter, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
let time = new Date("2027-02-01T09:00:00Z");

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
});
afterAll(() => office.close());

const officer = () => office.as("legal-officer");

test("a round has an end, and who has not answered by then is reminded once", async () => {
  const id = await draft(office);
  const sent: SentLetter[] = [];
  const room = await roomOf(office, sent);
  const asked = await officer().act(id, "submissions", { respondBy: "2027-02-15T18:00:00+05:00" });
  expect(asked.status).toBe(201);
  expect(await officer().get(`/agreements/${id}`)).toMatchObject({
    respondBy: "2027-02-15T13:00:00.000Z",
  });
  await work(office, room);
  sent.length = 0;
  time = new Date("2027-02-15T12:59:59Z");
  expect(await fireDeadlines(office.ctx)).toBe(0);
  time = new Date("2027-02-15T13:00:00Z");
  await Promise.all([fireDeadlines(office.ctx), fireDeadlines(office.ctx)]);
  await work(office, room);
  expect(sent.filter(({ to }) => to.includes("@kz."))).toHaveLength(1);
  expect(sent[0]?.text).toContain("round");
});

test("a round that has moved on reminds nobody", async () => {
  const id = await draft(office);
  time = new Date("2027-03-01T09:00:00Z");
  await officer().act(id, "submissions", { respondBy: "2027-03-10T09:00:00Z" });
  await office.as("representative", "KZ").act(id, "change-requests", { reason: "Article 2." });
  time = new Date("2027-03-10T09:00:00Z");
  expect(await fireDeadlines(office.ctx)).toBe(1);
  const { items } = await office.as("representative", "AE").get(`/agreements/${id}/answers`);
  expect(items).toMatchObject([
    { version: 1, party: "KZ", answer: "change-request", reason: "Article 2." },
  ]);
  const reminders = await office.db
    .selectFrom("outbox")
    .select("id")
    .where("agreement", "=", id)
    .where("effect", "=", "remind-of-review")
    .execute();
  expect(reminders).toEqual([]);
});

test("a round does not end before it begins", async () => {
  const id = await draft(office);
  const asked = await officer().act(id, "submissions", { respondBy: "2020-01-01T00:00:00Z" });
  expect([asked.status, (await asked.json()).errors[0].pointer]).toEqual([400, "/respondBy"]);
});
