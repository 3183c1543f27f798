import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "#tests/support/office.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, seconded, standings, takes } from "./hall.ts";

/** Claims of invalidity, breach and changed circumstances, from their notice to their measure (VCLT articles 65 to 68). */
let hall: Hall;
let id = "";
let file = "";
const parties = ["KZ", "KR", "AE", "EE"];

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 5 },
    languages: ["en"],
    title: { en: "Arrangement on Training" },
    as: "definitive",
    parties,
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  for (const party of parties) file = await attaches(hall.of(party), id);
});
afterAll(() => hall.office.close());

type Claimed = {
  id: string;
  party: string;
  ground: string;
  objectionsUntil: string | null;
  disputed: boolean;
  carriedOut: { on: string; from: string } | null;
  revokedOn: string | null;
};
type Relation = { state: string; statements: { key: string; rule: string }[] };
const claims = async () => {
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  const shown = ((await answer.json()) as { claims: Claimed[] }).claims;
  const own = await hall.officers[0].get<{ claims: Claimed[] }>(`/agreements/${id}/participation`);
  expect(own.claims).toEqual(shown);
  return shown;
};
const lastOf = async (party: string) => {
  const found = (await claims()).findLast((one) => one.party === party);
  if (!found) throw new Error(`${party} has claimed nothing.`);
  return found;
};
const between = (one: string, other: string, on: string) =>
  hall.officers[0].get<Relation>(`/agreements/${id}/relations/${one}/${other}?on=${on}`);

const breach = {
  ground: "breach",
  measure: "suspension",
  against: "AE",
  language: "en",
  text: "It stopped sending trainees in January.",
};
const changed = {
  ground: "change-of-circumstances",
  measure: "termination",
  language: "en",
  text: "The academy was closed.",
};
const signed = { signedBy: "The Minister for Foreign Affairs", authority: "foreign-minister" };
const codeOf = async (who: Client, resource: string, body: object) =>
  (await refused(who, id, resource, body))[1];
const claim = (party: string, body: object) =>
  takes(hall.of(party), id, "claims", { ...body, file });
/** The party's last claim is carried out by an instrument received today. */
const carries = async (party: string, more: object = {}) => ({
  ...signed,
  claim: (await lastOf(party)).id,
  on: hall.office.ctx.now().toISOString().slice(0, 10),
  file,
  ...more,
});

test("a claim names its ground, the measure that follows from it, and its document", async () => {
  const tried = (more: object) => codeOf(hall.of("KZ"), "claims", { ...breach, file, ...more });
  expect(await tried({ file: undefined })).toBe("notice-document-missing");
  expect(await tried({ against: undefined })).toBe("other-party-missing");
  expect(await tried({ against: "KZ" })).toBe("other-party-missing");
  expect(await tried({ measure: "termination" })).toBe("measure-not-for-ground");
  expect(await tried({ ground: "error" })).toBe("measure-not-for-ground");
  const coerced = { ground: "coercion", measure: "invalidity", articles: [3] };
  expect(await tried(coerced)).toBe("provisions-not-separable");
  expect(await tried({ articles: [3, 99] })).toBe("malformed-request");
  expect(await tried({ until: "2027-01-20" })).toBe("malformed-request");
  expect(await tried({ until: "2027-01-11", urgency: "At once." })).toBe("days-out-of-order");
  expect(
    await codeOf(hall.secretaries[0], "claims", { ...breach, party: "US", reason: "Note." }),
  ).toBe("not-a-party");
});

test("nothing happens by the claim; the others have three months from its circulation", async () => {
  await claim("KZ", breach);
  expect(await codeOf(hall.of("KZ"), "claims", { ...breach, file })).toBe("claim-already-open");
  expect((await lastOf("KZ")).objectionsUntil).toBe(null);
  await hall.work();
  expect(await lastOf("KZ")).toMatchObject({
    ground: "breach",
    article: "60",
    objectionsUntil: "2027-04-11",
    disputed: false,
  });
  expect(hall.sent.some(({ text }) => text.includes("a material breach (article 60)"))).toBe(true);
  expect((await between("KZ", "AE", "2027-01-11")).state).toBe("in-force");
  const own = { claim: (await lastOf("KZ")).id, answer: "objection", language: "en" };
  expect(await codeOf(hall.of("KZ"), "claim-answers", own)).toBe("own-claim");
});

test("the time runs from the receipt by the last of the others", async () => {
  const { items } = await hall.officers[0].get<{
    items: { number: string; heading: Record<string, string> }[];
  }>(`/agreements/${id}/notifications`);
  const told = items.find(({ heading }) => heading.en?.endsWith("Notification of a claim"));
  await hall.at("2027-01-15T09:00:00+05:00");
  await takes(hall.of("EE"), id, "notification-receipts", { notification: told?.number });
  expect((await lastOf("KZ")).objectionsUntil).toBe("2027-04-15");
});

test("an objection makes it a dispute, and no measure follows until it is solved or withdrawn", async () => {
  const about = { claim: (await lastOf("KZ")).id, language: "en" };
  const objection = { ...about, answer: "objection", text: "There was no breach." };
  expect(
    await codeOf(hall.of("AE"), "claim-answers", { ...about, answer: "objection-withdrawal" }),
  ).toBe("no-such-objection");
  await takes(hall.of("AE"), id, "claim-answers", objection);
  expect(await codeOf(hall.of("AE"), "claim-answers", objection)).toBe("already-answered");
  expect((await lastOf("KZ")).disputed).toBe(true);
  await hall.at("2027-04-16T09:00:00+05:00");
  const measure = await carries("KZ");
  expect(await codeOf(hall.of("KZ"), "claim-measures", measure)).toBe("claim-disputed");
  await takes(hall.of("AE"), id, "claim-answers", { ...about, answer: "objection-withdrawal" });
  expect(await codeOf(hall.of("KR"), "claim-measures", measure)).toBe("not-your-claim");
  expect(await codeOf(hall.of("KZ"), "claim-measures", { ...measure, fullPowers: "x" })).toBe(
    "malformed-request",
  );
  await takes(hall.of("KZ"), id, "claim-measures", measure);
  expect((await between("KZ", "AE", "2027-04-16")).state).toBe("suspended");
  expect((await between("KZ", "EE", "2027-04-16")).state).toBe("in-force");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", AE: "party" });
  expect(await codeOf(hall.of("KZ"), "claim-revocations", { claim: measure.claim })).toBe(
    "claim-in-effect",
  );
});

test("a measure may end the participation from a later day, and is revoked before it", async () => {
  await claim("KR", changed);
  await hall.work();
  expect(await codeOf(hall.of("KR"), "claim-measures", await carries("KR"))).toBe(
    "claim-time-running",
  );
  await hall.at("2027-07-17T09:00:00+05:00");
  await takes(hall.of("KR"), id, "claim-measures", await carries("KR", { from: "2027-08-01" }));
  expect(standings(await hall.status(id)).KR).toBe("noticeRunning");
  expect(await codeOf(hall.of("KR"), "notices", { kind: "revocation" })).toBe("no-such-notice");
  const leaving = (await lastOf("KR")).id;
  // Until then it is a party, which may suspend, and has one day on which it leaves.
  const solution = "The parties agreed.";
  await claim("KR", { ...changed, ground: "impossibility" });
  const other = await carries("KR", { solution });
  expect(await codeOf(hall.of("KR"), "claim-measures", other)).toBe("already-leaving");
  await takes(hall.of("KR"), id, "claim-revocations", { claim: other.claim });
  await claim("KR", { ...breach, against: "EE" });
  await takes(hall.of("KR"), id, "claim-measures", await carries("KR", { solution }));
  expect((await between("KR", "EE", "2027-07-17")).state).toBe("suspended");
  expect(standings(await hall.status(id)).KR).toBe("noticeRunning");
  await takes(hall.of("KR"), id, "claim-revocations", { claim: leaving });
  expect(standings(await hall.status(id)).KR).toBe("party");
  await hall.at("2027-08-01T09:00:00+05:00");
  expect(standings(await hall.status(id)).KR).toBe("party");
  expect((await claims()).find((one) => one.id === leaving)?.revokedOn).toBe("2027-07-17");
});

test("all agree at once: the party leaves on its day, and its row says by which claim", async () => {
  await claim("KR", changed);
  const solution = "The parties agreed in an exchange of notes of 30 July 2027.";
  await takes(hall.of("KR"), id, "claim-measures", await carries("KR", { solution }));
  await hall.at("2027-08-01T10:00:00+05:00");
  const { participants } = await hall.officers[0].get<{
    participants: { party: string; standing: string; endsOn: string; statements: object[] }[];
  }>(`/agreements/${id}/participation`);
  const own = participants.find(({ party }) => party === "KR");
  expect([own?.standing, own?.endsOn]).toEqual(["ended", "2027-08-01"]);
  expect(own?.statements.at(-1)).toMatchObject({
    act: "carry-out-claim",
    said: { ground: "change-of-circumstances", measure: "termination", from: "2027-08-01" },
  });
  const pair = await between("KR", "KZ", "2027-08-01");
  expect(pair.state).toBe("not-in-force");
  expect(pair.statements[0]).toMatchObject({
    key: "left",
    rule: expect.stringContaining("65, 70"),
  });
});

test("an officer records a consent held invalid, urgent as the party says: void from the beginning", async () => {
  const [secretary] = hall.secretaries;
  await attaches(secretary, id);
  const note = { party: "AE", file, reason: "A note of the embassy." };
  const invalid = { ground: "error", measure: "invalidity", language: "en", text: "An error." };
  const urgent = { until: "2027-08-05", urgency: "The course begins." };
  // The others are told today, whenever the note came.
  const over = { ...invalid, urgency: "At once.", on: "2027-07-25", until: "2027-07-30" };
  expect(await codeOf(secretary, "claims", { ...over, ...note })).toBe("days-out-of-order");
  await seconded(hall.secretaries, id, "claims", { ...invalid, ...urgent, ...note });
  await hall.work();
  expect((await lastOf("AE")).objectionsUntil).toBe("2027-08-05");
  await hall.at("2027-08-06T09:00:00+05:00");
  await seconded(hall.secretaries, id, "claim-measures", { ...(await carries("AE")), ...note });
  await hall.at("2027-08-06T10:00:00+05:00");
  expect(standings(await hall.status(id)).AE).toBe("ended");
  const pair = await between("AE", "EE", "2027-03-01");
  expect([pair.state, pair.statements[0]?.key]).toEqual(["not-in-force", "void"]);
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", EE: "party" });
});
