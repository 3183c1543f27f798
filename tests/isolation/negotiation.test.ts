import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  revises,
  takes,
} from "#tests/negotiation/hall.ts";

/** A State to which a text is open took no part in its negotiation, and the database gives it nothing of that. */
let hall: Hall;
let id = "";
const negotiators = ["KZ", "KR", "AE"];

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Convention on Civil Service" },
    parties: negotiators.map((code) => ({ code })),
    languages: ["en"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: {
      authority: "dispensed",
      clearance: false,
      zone: "Asia/Almaty",
      accession: false,
      participation: { signature: { to: "members", until: { months: 12 } }, accession: null },
    },
  });
  await designates(hall, id, negotiators);
  await takes(hall.officers[0], id, "submissions");
  const word = { language: "en", article: 1, body: "Too vague for us.", audience: "shared" };
  const said = await hall.of("KZ").send("POST", `/agreements/${id}/comments`, word);
  expect(said.status).toBe(201);
  await takes(hall.of("KR"), id, "change-requests", { reason: "Shorter, please." });
  await revises(hall, id, "en", (text) => text.replace("## ", "## On the "));
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, negotiators);
  await authenticates(hall, id, ["en"]);
  await both(hall.officers, id, "signing", {});
});
afterAll(() => hall.office.close());

/** How many rows about the negotiation the database gives to a party's representative. */
async function counts(party: string) {
  const db = hall.office.ctx.as(principalOf(hall.of(party).person));
  const { rows } = await sql<Record<string, number>>`SELECT
      (SELECT count(*)::int FROM threads WHERE agreement = ${id}) AS threads,
      (SELECT count(*)::int FROM comments) AS comments,
      (SELECT count(*)::int FROM change_requests WHERE agreement = ${id}) AS requests,
      (SELECT count(*)::int FROM version_texts WHERE agreement = ${id}) AS texts,
      (SELECT count(*)::int FROM agreements WHERE id = ${id}) AS agreements`.execute(db);
  return rows[0];
}

test("those that negotiated read what was said and asked, and every text", async () => {
  expect(await counts("KR")).toEqual({
    threads: 1,
    comments: 1,
    requests: 1,
    texts: 2,
    agreements: 1,
  });
});

test("a State that may sign reads the text as it was opened, and nothing before it", async () => {
  expect(await counts("EE")).toEqual({
    threads: 0,
    comments: 0,
    requests: 0,
    texts: 1,
    agreements: 1,
  });
});
