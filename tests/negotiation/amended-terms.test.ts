import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TermsBetween } from "#src/agreements/read/view-terms.ts";
import type { Terms } from "#workflows/terms.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { type Hall, openHall, refused, standings, takes, withdraws } from "./hall.ts";

/** An amendment changes the terms between those that it binds (VCLT articles 30(4), 39 and 40). */
let hall: Hall;
let principal = "";
let partial = "";

const memorandum = {
  variables: { place: "Seoul", duration_years: 5 },
  languages: ["en"],
  title: { en: "Memorandum of Three" },
  as: "definitive",
};
const amending = (amends: string, amended: object, parties: string[]) =>
  concludes(hall, "protocol-of-amendment", {
    languages: ["en"],
    title: { en: "Protocol of Amendment" },
    variables: {
      place: "Seoul",
      amended_title: "Memorandum of Three",
      amended_reference: "DEP/2027/001",
      amended_place: "Seoul",
      amended_date: "2027-01-11",
      amended_article: 19,
    },
    parties,
    amends,
    terms: { amended },
    as: "definitive",
  });
const between = (first: string, second: string, on: string, id = principal) =>
  hall.officers[0].get<TermsBetween>(`/agreements/${id}/terms/${first}/${second}?on=${on}`);

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  principal = await concludes(hall, "memorandum-of-understanding", {
    ...memorandum,
    parties: ["KZ", "KR", "AE"],
  });
  await entersIntoForce(hall, principal, "2027-01-12T09:00:00+05:00");
  await hall.at("2027-03-01T09:00:00+05:00");
  partial = await amending(principal, { withdrawal: { days: 30 } }, ["KZ", "KR"]);
  await entersIntoForce(hall, partial, "2027-03-02T09:00:00+05:00");
});
afterAll(() => hall.office.close());

describe("an amendment between two of three parties", () => {
  test("applies between the two from its day, and not with the third", async () => {
    expect((await between("KZ", "KR", "2027-02-28")).terms.withdrawal).toEqual({ months: 6 });
    const amended = await between("KZ", "KR", "2027-03-02");
    expect(amended.terms.withdrawal).toEqual({ days: 30 });
    expect(amended.changes).toMatchObject([
      { amendment: { id: partial }, changed: ["withdrawal"] },
    ]);
    expect((await between("KZ", "AE", "2027-03-02")).terms.withdrawal).toEqual({ months: 6 });
  });

  test("leaves a notice to all of them with the period of the text", async () => {
    await withdraws(hall.of("KR"), principal);
    const [notice] = await hall.office.db
      .selectFrom("party_acts")
      .select("detail")
      .where("agreement", "=", principal)
      .where("act", "=", "give-notice")
      .execute();
    expect(notice?.detail).toMatchObject({ takesEffectOn: "2027-09-02" });
  });
});

describe("an amendment between all the parties", () => {
  let both = "";
  beforeAll(async () => {
    both = await concludes(hall, "memorandum-of-understanding", memorandum);
    await entersIntoForce(hall, both, "2027-03-03T09:00:00+05:00");
    const whole = await amending(
      both,
      { withdrawal: { days: 30 }, duration: { years: 7, renewal: "none" } },
      ["KZ", "KR"],
    );
    await entersIntoForce(hall, whole, "2027-03-04T09:00:00+05:00");
  });

  test("sets the period of a notice", async () => {
    await withdraws(hall.of("KR"), both);
    expect(standings(await hall.status(both)).KR).toBe("noticeRunning");
    await hall.at("2027-04-02T09:00:00+05:00");
    expect(standings(await hall.status(both)).KR).toBe("noticeRunning");
    await hall.at("2027-04-04T09:00:00+05:00");
    expect(standings(await hall.status(both)).KR).toBe("ended");
  });

  test("moves the end of a duration", async () => {
    const lasting = await concludes(hall, "memorandum-of-understanding", memorandum);
    await entersIntoForce(hall, lasting, "2027-04-05T09:00:00+05:00");
    const longer = await amending(lasting, { duration: { years: 7, renewal: "none" } }, [
      "KZ",
      "KR",
    ]);
    await entersIntoForce(hall, longer, "2027-04-06T09:00:00+05:00");
    const legal = async () => (await hall.view(lasting)).publish.legal;
    await hall.at("2032-04-10T09:00:00+05:00");
    expect(await legal()).toBe("inForce");
    await hall.at("2034-04-10T09:00:00+05:00");
    expect(await legal()).toBe("expired");
  });
});

test("terms of an amended text are refused in an agreement that amends none", async () => {
  const [officer] = hall.officers;
  const answer = await officer.send("POST", "/agreements", {
    template: "memorandum-of-understanding",
    title: { en: "Memorandum" },
    parties: [{ code: "KZ" }, { code: "KR" }],
    languages: ["en"],
    variables: { place: "Seoul" },
    terms: { amended: { accession: false } },
  });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { type: string }).type).toMatch(/contradictory-terms$/);
});

test("terms with somebody who does not take part are not found", async () => {
  const answer = await hall.officers[0].send("GET", `/agreements/${principal}/terms/KZ/US`);
  expect(answer.status).toBe(404);
});

test("a text that excludes withdrawal refuses a notice", async () => {
  const bound = await concludes(hall, "memorandum-of-understanding", {
    ...memorandum,
    variables: { ...memorandum.variables, prolongation: "by_decision" },
    terms: { withdrawal: "none" },
  });
  await entersIntoForce(hall, bound, "2034-05-01T09:00:00+05:00");
  expect(await refused(hall.of("KR"), bound, "notices", { kind: "withdrawal" })).toEqual([
    409,
    "withdrawal-excluded",
  ]);
});

test("an error in the terms on record is corrected from the beginning, unless a party objects", async () => {
  const id = await concludes(hall, "memorandum-of-understanding", memorandum);
  const [officer] = hall.officers;
  const terms = { withdrawal: { days: 180 } };
  const error = { reason: "The parties had agreed on days.", terms };
  const contradictory = { withdrawal: "none", duration: { years: 5, renewal: "automatic" } };
  expect(await refused(officer, id, "corrections", { ...error, terms: contradictory })).toEqual([
    422,
    "contradictory-terms",
  ]);
  expect((await refused(officer, id, "corrections", { reason: error.reason }))[0]).toBe(400);
  const withdrawal = async () =>
    (await officer.get<{ terms: Terms }>(`/agreements/${id}`)).terms.withdrawal;

  await takes(officer, id, "corrections", error);
  await takes(hall.of("KR"), id, "correction-objections", { reason: "Months were meant." });
  await takes(officer, id, "corrections", error);
  await hall.at("2034-08-15T09:00:00+05:00");
  expect(await withdrawal()).toEqual({ months: 6 });
  await takes(officer, id, "proces-verbal-of-correction");
  expect(await withdrawal()).toEqual({ days: 180 });
  const form = `/agreements/${id}/forms/proces-verbal-of-correction?language=en`;
  const text = await (await officer.send("GET", form)).text();
  expect(text).toMatch(/Withdrawal: .*180 days/);
  const { items } = await officer.get<{ items: { terms: Terms }[] }>(`/agreements/${id}/versions`);
  expect(items[0]?.terms.withdrawal).toEqual({ months: 6 });
});
