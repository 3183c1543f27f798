import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "./concludes.ts";
import { type Hall, openHall, refused, standings, takes } from "./hall.ts";

/** Succession of States and continuity (Vienna Convention of 1978), as a depositary records them. */
let hall: Hall;
let id = "";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    title: { en: "Convention on Exchanges", ru: "Конвенция об обменах" },
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
      reservations: "permitted",
    },
    as: "subject-to-ratification",
  });
  const reservation = { kind: "reservation", language: "en", text: "Except one.", articles: [3] };
  await deposits("KZ", "ratification", { reservations: [reservation] });
  await deposits("KR", "ratification");
  await entersIntoForce(hall, id, "2027-02-09T09:00:00+05:00");
  await hall.at("2027-06-01T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const deposits = (party: string, kind: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind,
    signedBy: "The Minister for Foreign Affairs",
    on: "2027-01-10",
    ...more,
  });

const notice = (more: object = {}) => ({
  party: "EE",
  kind: "succession",
  predecessor: "KZ",
  succeededOn: "2027-04-01",
  basis: "newly-independent",
  signedBy: "The Minister for Foreign Affairs",
  authority: "foreign-minister",
  on: "2027-06-01",
  ...more,
});
const refuses = (more: object) => refused(hall.secretaries[0], id, "successions", notice(more));

test("a succession is to another State that was bound on the date of succession", async () => {
  expect(await refuses({ predecessor: "HUB" })).toEqual([422, "predecessor-not-bound"]);
  expect(await refuses({ predecessor: "EE" })).toEqual([422, "own-predecessor"]);
  expect(await refuses({ succeededOn: "2027-01-09" })).toEqual([422, "predecessor-not-bound"]);
  expect((await refuses({ succeededOn: "2027-06-02" }))[0]).toBe(400);
  expect((await refuses({ succeededOn: undefined }))[0]).toBe(400);
  expect((await refuses({ formerName: "Estonia" }))[0]).toBe(400);
  expect(await refuses({ party: "KR" })).toEqual([409, "already-consented"]);
  expect((await refuses({ party: "XQ" }))[0]).toBe(400);
});

test("a successor is bound from the date of succession, keeps reservations, and its predecessor stays", async () => {
  await takes(hall.secretaries[0], id, "successions", notice());
  const status = await hall.status(id);
  expect(standings(status)).toMatchObject({ KZ: "party", EE: "contracting" });
  const own = status.participants.find(({ party }) => party === "EE");
  expect(own).toMatchObject({
    entry: { state: "dated", on: "2027-04-01" },
    consents: [{ kind: "succession", on: "2027-06-01", withdrawnOn: null }],
    statements: [
      {
        act: "succeed",
        said: { predecessor: "KZ", succeededOn: "2027-04-01", operatesOn: "2027-06-01" },
      },
    ],
    reservations: [{ state: "made" }],
  });
  const dates = { instrument: "2027-02-09", parties: { EE: "2027-04-01" } };
  await takes(hall.secretaries[0], id, "entry-into-force", dates);
  await hall.at("2027-06-01T10:00:00+05:00");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", EE: "party" });
  expect(await refuses({})).toEqual([409, "already-consented"]);
});

test("a declaration of continuity is a record of its own that changes no date", async () => {
  const declared = {
    party: "EE",
    kind: "continuity",
    formerName: "Republic of Before",
    signedBy: "The Minister for Foreign Affairs",
    on: "2027-06-01",
  };
  const before = (await hall.status(id)).participants.find(({ party }) => party === "EE");
  await takes(hall.secretaries[0], id, "successions", declared);
  const after = (await hall.status(id)).participants.find(({ party }) => party === "EE");
  expect(after).toMatchObject({ inForceOn: before?.inForceOn, standing: "party" });
  expect(
    (
      await refused(hall.secretaries[0], id, "successions", {
        ...declared,
        succeededOn: "2027-04-01",
      })
    )[0],
  ).toBe(400);
  const published = await hall
    .of("KR")
    .get<{ parties: { code: string; statements: unknown[] }[] }>(`/register/${id}`);
  expect(published.parties.find(({ code }) => code === "EE")?.statements).toMatchObject([
    { act: "succeed", said: { predecessor: "KZ" } },
    { act: "declare-continuity", said: { formerName: "Republic of Before" } },
  ]);
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("succession to another"))).toBe(true);
});

test("a bilateral agreement continues with a successor only if both agree", async () => {
  const two = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", withdrawal_months: 6, duration_years: 1 },
    clauses: { consent: "definitive", "entry-into-force": "last-signature" },
    terms: { alternat: "none", accession: false },
    as: "definitive",
  });
  await entersIntoForce(hall, two, "2027-06-02T09:00:00+05:00");
  const body = notice({ on: "2027-06-02", succeededOn: "2027-06-01" });
  expect(await refused(hall.secretaries[0], two, "successions", body)).toEqual([
    422,
    "succession-not-agreed",
  ]);
  const agreed = "Exchange of notes of 2 June 2027.";
  await takes(hall.secretaries[0], two, "successions", { ...body, agreed });
  expect(standings(await hall.status(two))).toMatchObject({ KZ: "party", EE: "contracting" });
});

test("a State succeeds to a signature, and ratifies as if it had signed", async () => {
  const to = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    title: { en: "Convention on Signatures", ru: "Конвенция о подписях" },
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: {
        form: "conditions",
        when: { kind: "consents", needed: 1 },
        delay: { unit: "days", count: 30 },
        later: { unit: "days", count: 30 },
      },
      accession: false,
      reservations: "permitted",
    },
    as: "subject-to-ratification",
  });
  await hall.at("2027-06-20T09:00:00+05:00");
  const body = notice({ on: "2027-06-20", succeededOn: "2027-06-10", basis: "separation" });
  const [secretary] = hall.secretaries;
  const reserved = [{ kind: "reservation", language: "en", text: "Except one.", articles: [3] }];
  for (const wrong of [{ reservations: reserved }, { predecessor: "HUB" }]) {
    expect([400, 422]).toContain(
      (await refused(secretary, to, "successions", { ...body, ...wrong }))[0],
    );
  }
  await takes(secretary, to, "successions", body);
  const status = await hall.status(to);
  expect(standings(status)).toMatchObject({
    KZ: "signedSubjectToRatification",
    EE: "signedSubjectToRatification",
  });
  expect(status.participants.find(({ party }) => party === "EE")).toMatchObject({
    consents: [],
    entry: null,
    statements: [{ act: "succeed", said: { predecessor: "KZ", to: "signature" } }],
  });
  expect(status.entry).toMatchObject({ state: "waiting" });
  const ratification = {
    party: "EE",
    kind: "ratification",
    signedBy: "The President",
    on: "2027-06-20",
    reservations: reserved,
  };
  await takes(secretary, to, "deposits", ratification);
  expect((await hall.status(to)).entry).toMatchObject({ state: "dated", on: "2027-07-20" });
  const answer = await hall.office.anyone.send("GET", `/register/${to}`);
  const { parties } = (await answer.json()) as { parties: Record<string, unknown>[] };
  expect(parties.find(({ code }) => code === "EE")).toMatchObject({
    signedOn: "2027-06-20",
    signedAs: null,
    consents: [{ kind: "ratification", on: "2027-06-20" }],
  });
});
