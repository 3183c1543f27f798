import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "#tests/support/problem.ts";
import { concludes } from "./concludes.ts";
import { type Hall, openHall, refused, takes } from "./hall.ts";

/** Reservations: confirmed with the consent or lapsed, and a time to object for each State (VCLT 20 to 23). */
let hall: Hall;
let id = "";
type Problem = { type: string; errors?: { pointer: string }[] };
const four = ["KZ", "AE", "KR", "EE"];
const words = {
  kind: "reservation",
  language: "en",
  text: "Article 5 is not applied.",
  articles: [5],
};
const reserving = { reservations: [words] };
const treaty = {
  parties: four,
  languages: ["en"],
  title: { en: "Partnership Agreement" },
  variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
  clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
  terms: { alternat: "none" as const },
  as: "subject-to-ratification",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    ...treaty,
    with: { AE: reserving, KR: reserving },
  });
  await hall.work();
});
afterAll(() => hall.office.close());

const of = async (party: string, nth = 0, agreement = id) =>
  (await hall.status(agreement)).participants.find((one) => one.party === party)?.reservations[nth];
const timeOf = async (party: string, of_: string) =>
  (await of(of_))?.objections.find((one) => one.party === party);
const deposits = (party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });
const objection = async (party: string) => ({
  reservation: (await of(party))?.id,
  act: "objection",
  reason: "It is too wide.",
});

test("what was reserved at signature is communicated, waits for its confirmation, and may be objected to", async () => {
  expect(await of("AE")).toMatchObject({ state: "to-be-confirmed", effectiveOn: null });
  expect(await timeOf("EE", "AE")).toMatchObject({ rule: "not-made", until: null });
  const letter = hall.sent.find(
    ({ to, text }) => to === hall.of("EE").person.email && text.includes(words.text),
  );
  expect(letter?.text).toContain(words.text);
  await takes(hall.of("EE"), id, "reservation-acts", await objection("AE"));
  const early = { reservation: (await of("AE"))?.id, act: "confirmation" };
  expect((await refused(hall.of("AE"), id, "reservation-acts", early))[0]).toBe(409);
});

test("it is about articles that the text has, in words that can be read; who deposited is named", async () => {
  await hall.at("2027-01-20T09:00:00+05:00");
  const wanted = { party: "KZ", kind: "ratification", signedBy: "The President", on: "2027-01-19" };
  const post = async (more: object) => {
    const answer = await hall.secretaries[0].act(id, "deposits", { ...wanted, ...more });
    const problem = (await answer.json()) as Problem;
    const title = codeOf(problem);
    const { errors } = problem;
    return [answer.status, title, errors?.[0]?.pointer];
  };
  expect(await post({ reservations: [{ ...words, articles: [5, 99] }] })).toEqual([
    400,
    "malformed-request",
    "/reservations/0/articles",
  ]);
  expect((await post({ reservations: [{ ...words, text: "\u200b" }] }))[1]).toBe("invalid-text");
  for (const signedBy of ["\u200b", "…", "\u2800 -"]) {
    expect(await post({ signedBy })).toEqual([422, "invalid-text", "/signedBy"]);
  }
  expect((await post({ party: "ZZ9", kind: "accession" }))[2]).toBe("/party");
  const declaration = { language: "en", text: "It is read so.", articles: [99] };
  const declared = await hall.of("KZ").act(id, "declarations", declaration);
  expect(((await declared.json()) as Problem).errors?.[0]?.pointer).toBe("/articles");
});

test("it is confirmed with the deposit and counts as made on that day; an early objection stands", async () => {
  await hall.at("2027-02-01T09:00:00+05:00");
  const confirms = [(await of("AE"))?.id];
  const other = { kind: "ratification", signedBy: "X", on: "2027-02-01", confirms };
  expect((await refused(hall.secretaries[0], id, "deposits", { party: "KZ", ...other }))[1]).toBe(
    "not-your-reservation",
  );
  hall.sent.length = 0;
  await deposits("AE", "2027-01-29", { confirms });
  expect(await of("AE")).toMatchObject({ state: "made", effectiveOn: "2027-01-29" });
  expect(await timeOf("KZ", "AE")).toMatchObject({ rule: "not-notified", until: null });
  await hall.work();
  expect(await timeOf("KZ", "AE")).toMatchObject({
    rule: "own-consent",
    circulatedOn: "2027-02-01",
    notifiedOn: "2027-02-01",
    notBefore: "2028-02-01",
  });
  expect((await of("AE"))?.answers.map(({ act }) => act)).toContain("objection");
  expect(hall.sent.some(({ to }) => to === hall.of("KZ").person.email)).toBe(true);
});

test("not confirmed with the deposit it lapses, and a confirmation years later is refused", async () => {
  await deposits("KR", "2027-02-01");
  await hall.work();
  expect(await of("KR")).toMatchObject({ state: "lapsed", effectiveOn: null, objections: [] });
  await hall.at("2030-02-01T09:00:00+05:00");
  const late = { reservation: (await of("KR"))?.id, act: "confirmation" };
  expect(await refused(hall.of("KR"), id, "reservation-acts", late)).toEqual([
    409,
    "confirmed-with-consent-only",
  ]);
  expect((await refused(hall.of("EE"), id, "reservation-acts", await objection("KR")))[1]).toBe(
    "no-such-reservation",
  );
});

test("a State that ratifies later may object until its own consent, and not afterwards", async () => {
  const late = { ...(await objection("AE")), act: "acceptance" };
  expect((await refused(hall.of("KR"), id, "reservation-acts", late))[1]).toBe(
    "objection-time-over",
  );
  await takes(hall.of("KR"), id, "reservation-acts", await objection("AE"));
  await takes(hall.of("KZ"), id, "reservation-acts", await objection("AE"));
  await deposits("KZ", "2030-02-01");
  expect(await timeOf("KZ", "AE")).toMatchObject({ rule: "own-consent", until: "2030-02-01" });
});

test("a State that joins is notified of what stands, and not of what has lapsed", async () => {
  hall.sent.length = 0;
  const accession = { party: "US", kind: "accession", signedBy: "The President", on: "2030-02-01" };
  await takes(hall.secretaries[0], id, "deposits", accession);
  await hall.work();
  const letters = (party: string) =>
    hall.sent.filter(
      ({ to, text }) => to === hall.of(party).person.email && text.includes(words.text),
    );
  expect(letters("US").map(({ text }) => text.split(words.text).length - 1)).toEqual([1]);
  expect(letters("US")[0]?.text).toContain("until 1 February 2031");
  expect(letters("EE")[0]?.text).toContain("No answer is expected from you.");
  expect(await timeOf("US", "AE")).toMatchObject({
    rule: "notification",
    notifiedOn: "2030-02-01",
    until: "2031-02-01",
  });
});

test("the text's own period, reservations at signature, and an express authorisation are read from the terms", async () => {
  const own = await concludes(hall, "multilateral-partnership-agreement", {
    ...treaty,
    terms: { ...treaty.terms, reservationRules: { atSignature: true, objectionMonths: 6 } },
    with: { AE: reserving },
  });
  await hall.work();
  expect(await of("AE", 0, own)).toMatchObject({ state: "made", effectiveOn: "2030-02-01" });
  const time = (await of("AE", 0, own))?.objections.find(({ party }) => party === "KZ");
  expect(time).toMatchObject({ rule: "own-consent", notBefore: "2030-08-01" });
  const free = await concludes(hall, "multilateral-partnership-agreement", {
    ...treaty,
    terms: { ...treaty.terms, reservationRules: { atSignature: true, authorised: true } },
    with: { AE: reserving },
  });
  const reservation = (await of("AE", 0, free))?.id;
  const answer = { reservation, act: "objection", reason: "No." };
  expect((await refused(hall.of("KZ"), free, "reservation-acts", answer))[1]).toBe(
    "reservation-authorised",
  );
});

test("between two parties a reservation is a proposal to renegotiate", async () => {
  const two = concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
    clauses: {
      consent: "definitive",
      "entry-into-force": "after-last-notification",
      duration: "fixed-by-decision",
    },
    terms: { alternat: "none", reservations: "permitted", accession: false },
    as: "definitive",
    with: { KZ: reserving },
  });
  await expect(two).rejects.toThrow("bilateral-reservation");
});
