import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "#tests/support/office.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, standings, takes } from "./hall.ts";

/** What an act would bring about is asked first, and asking changes nothing. */
let hall: Hall;
let id = "";
const memorandum = {
  variables: { place: "Seoul", duration_years: 5 },
  parties: ["KZ", "KR", "AE"],
  terms: { withdrawal: { months: 6 } },
  as: "definitive",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "memorandum-of-understanding", memorandum);
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  await hall.at("2027-02-08T09:00:00+05:00");
});
afterAll(() => hall.office.close());

type Foretold = {
  act: string | null;
  rule: string | null;
  refusal: { code: string; detail: string; errors: { pointer: string }[] } | null;
  consequence: Record<string, unknown> | null;
};

async function asks(
  who: Client,
  resource: string,
  body: object,
  headers = {},
  of = id,
): Promise<Foretold> {
  const answer = await who.send(
    "POST",
    `/agreements/${of}/consequences`,
    { resource, body },
    headers,
  );
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Foretold;
}

test("a party reads when it ceases to be one, and how many remain, before it gives notice", async () => {
  const korea = hall.of("KR");
  const before = await hall.view(id);
  const without = await asks(korea, "notices", { kind: "withdrawal" });
  expect(without.refusal?.code).toBe("notice-document-missing");
  expect(without.consequence).toMatchObject({
    refusedBy: [],
    parties: [{ party: "KR", standing: "noticeRunning", endsOn: "2027-08-08" }],
    remain: 2,
    tooFew: false,
  });
  const file = await attaches(korea, id);
  const found = await asks(korea, "notices", { kind: "withdrawal", file });
  expect(found).toMatchObject({ act: "give-notice", rule: null, refusal: null });
  expect(await hall.view(id)).toEqual(before);
  expect(standings(await hall.status(id)).KR).toBe("party");
  await takes(korea, id, "notices", { kind: "withdrawal", file });
});

test("of the next one it says that too few remain, and of an officer's that a second one confirms", async () => {
  const body = { party: "AE", kind: "withdrawal" };
  const found = await asks(hall.secretaries[0], "notices", body);
  expect(found).toMatchObject({
    act: "give-notice",
    rule: "ends",
    refusal: { code: "reason-missing" },
    consequence: { remain: 1, tooFew: true },
  });
});

test("what would be refused says why, in the reader's language and with its place", async () => {
  const early = { party: "AE", kind: "withdrawal", receivedOn: "2020-01-01" };
  const russian = { "Accept-Language": "ru" };
  const found = await asks(hall.secretaries[0], "notices", early, russian);
  expect(found.refusal).toMatchObject({
    code: "act-impossible-then",
    errors: [{ pointer: "/receivedOn", detail: "2020-01-01 lies before 2027-01-11" }],
  });
  expect(found.refusal?.detail).toContain("Проверьте год");
  const incomplete = await asks(hall.secretaries[0], "notices", { kind: "no such" });
  expect(incomplete).toMatchObject({ act: null, refusal: { code: "malformed-request" } });
  const anothers = await asks(hall.of("KZ"), "notices", { party: "AE", kind: "withdrawal" });
  expect(anothers.refusal?.code).toBe("forbidden");
});

test("a party that agrees to the end reads whose agreement is still missing", async () => {
  const found = await asks(hall.of("KZ"), "consents-to-end", { to: "termination" });
  expect(found).toMatchObject({
    act: "agree-to-termination",
    consequence: { awaited: ["AE", "KR"], legal: null },
  });
  const [officer] = hall.officers;
  const ended = await asks(officer, "force", { to: "terminate", reason: "All agreed." });
  expect(ended).toMatchObject({ refusal: { code: "termination-consent-missing" } });
});

test("a second officer asks the same of what waits", async () => {
  const [officer, second] = hall.officers;
  for (const party of ["KZ", "KR", "AE"]) {
    await takes(hall.of(party), id, "consents-to-end", { to: "termination" });
  }
  const answer = await officer.act(id, "force", { to: "terminate", reason: "All agreed." });
  const { proposal } = (await answer.json()) as { proposal: string };
  const found = await asks(second, "proposal-confirmations", { proposal });
  expect(found).toMatchObject({
    act: "terminate",
    rule: null,
    refusal: null,
    consequence: { legal: "terminated", remain: null },
  });
  const own = await asks(officer, "proposal-confirmations", { proposal });
  expect(own.refusal?.code).toBe("own-proposal");
});

test("a correction of the terms says which days would follow from the record, before it is proposed", async () => {
  const convention = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "EE"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { entry: { form: "nth-deposit", deposits: 2, days: 30 } },
    as: "subject-to-ratification",
  });
  const of = { kind: "ratification", signedBy: "The Head of State" };
  for (const [party, on] of [
    ["KZ", "2027-02-09"],
    ["KR", "2027-02-10"],
  ]) {
    await hall.at(`${on}T09:00:00+05:00`);
    await takes(hall.secretaries[0], convention, "deposits", { party, ...of, on });
  }
  const entry = { form: "nth-deposit", deposits: 2, days: 60 };
  const wrong = { reason: "The text says sixty days.", terms: { entry } };
  const proposing = await asks(hall.officers[0], "corrections", wrong, {}, convention);
  const sixty = {
    instrumentOn: "2027-04-11",
    parties: [
      { party: "KZ", entersOn: "2027-04-11" },
      { party: "KR", entersOn: "2027-04-11" },
    ],
  };
  expect(proposing).toMatchObject({ refusal: null, consequence: sixty });
  await takes(hall.officers[0], convention, "corrections", wrong);
  for (const party of ["KZ", "KR", "EE"]) {
    await takes(hall.of(party), convention, "correction-agreements");
  }
  const body = {};
  const making = await asks(hall.officers[0], "proces-verbal-of-correction", body, {}, convention);
  expect(making).toMatchObject({ refusal: null, consequence: sixty });
  await takes(hall.officers[0], convention, "proces-verbal-of-correction");
  expect((await hall.status(convention)).entry).toMatchObject({ state: "dated", on: "2027-04-11" });
});
