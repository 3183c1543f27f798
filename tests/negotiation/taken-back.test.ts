import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, proposes, refused, seconded, takes } from "./hall.ts";

/** What falls with a withdrawn instrument or an ended participation, and what a successor State takes over. */
let hall: Hall;
let id = "";
const reservation = (text: string, articles: number[]) => ({
  kind: "reservation",
  language: "en",
  text,
  articles,
});

type Effects = { effect: string; parties: string[] }[];
type Reserved = {
  id: string;
  state: string;
  text: string;
  articles: number[];
  effectiveOn: string | null;
  answers: { party: string; act: string }[];
  effects: Effects;
};
type Row = { party: string; standing: string; reservations: Reserved[] };

const row = async (code: string) => {
  const { participants } = (await hall.status(id)) as unknown as { participants: Row[] };
  const found = participants.find(({ party }) => party === code);
  if (!found) throw new Error(`${code} takes no part.`);
  return found;
};
const secretary = () => hall.secretaries[0];
const instrument = (party: string, on: string, more: object = {}) => ({
  party,
  kind: "ratification",
  signedBy: "The Minister for Foreign Affairs",
  on,
  ...more,
});
const deposits = (party: string, on: string, more: object = {}) =>
  takes(secretary(), id, "deposits", instrument(party, on, more));
const takesBack = async (party: string, receivedOn: string) => {
  const file = await attaches(secretary(), id);
  const body = { party, kind: "withdrawal-of-consent", receivedOn, file, reason: "Its note." };
  return seconded(hall.secretaries, id, "notices", body);
};
const awaited = async (party: string) =>
  (await hall.of(party).get<{ items: { act: string }[] }>("/waiting")).items.map(({ act }) => act);

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "AE", "KR", "HUB"],
    languages: ["en"],
    title: { en: "Partnership Agreement" },
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { alternat: "none" as const, accession: true },
    as: "subject-to-ratification",
    with: { KR: { reservations: [reservation("Made at signature.", [5])] } },
  });
  await hall.work();
  await hall.at("2027-02-01T09:00:00+05:00");
});
afterAll(() => hall.office.close());

test("of two officers who record the same instrument at once, one does", async () => {
  const body = instrument("AE", "2027-02-01", { reservations: [reservation("Wide.", [5, 6])] });
  const answers = await Promise.all(hall.secretaries.map((one) => one.act(id, "deposits", body)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses[0]).toBe(201);
  expect([409, 412]).toContain(statuses[1]);
  expect((await row("AE")).reservations).toHaveLength(1);
  await hall.work();
  expect(await awaited("KZ")).toContain("answer-reservation");
});

test("a reservation falls with its instrument, and the next instrument comes later", async () => {
  await hall.at("2027-02-10T09:00:00+05:00");
  await takesBack("AE", "2027-02-10");
  expect(await row("AE")).toMatchObject({
    standing: "signedSubjectToRatification",
    reservations: [{ state: "lapsed", effects: [] }],
  });
  expect(await awaited("KZ")).not.toContain("answer-reservation");
  const early = instrument("AE", "2027-02-09");
  expect(await refused(secretary(), id, "deposits", early)).toEqual([422, "act-impossible-then"]);
  await deposits("AE", "2027-02-10");
  expect(await row("AE")).toMatchObject({
    standing: "contracting",
    reservations: [{ state: "lapsed", effects: [] }],
  });
});

test("a confirmation falls with its instrument, and the next one may confirm again", async () => {
  const [made] = (await row("KR")).reservations;
  await deposits("KR", "2027-02-10", { confirms: [made?.id] });
  await takesBack("KR", "2027-02-10");
  expect((await row("KR")).reservations).toMatchObject([{ state: "to-be-confirmed" }]);
  await deposits("KR", "2027-02-10", { confirms: [made?.id] });
  expect((await row("KR")).reservations).toMatchObject([
    { state: "made", effectiveOn: "2027-02-10" },
  ]);
});

test("notices of two reservations wait for a second officer side by side", async () => {
  await deposits("KZ", "2027-02-10", {
    reservations: [reservation("Five and six.", [5, 6]), reservation("Seven.", [7])],
  });
  await entersIntoForce(hall, id, "2027-03-15T09:00:00+05:00");
  const file = await attaches(secretary(), id);
  const [five, seven] = (await row("KZ")).reservations;
  const withdrawal = (one: Reserved | undefined) => ({
    party: "KZ",
    reservation: one?.id,
    act: "withdrawal",
    on: "2027-02-20",
    file,
    reason: "Its note.",
  });
  await proposes(secretary(), id, "reservation-acts", withdrawal(seven));
  await proposes(secretary(), id, "reservation-acts", withdrawal(five));
  expect(await refused(secretary(), id, "reservation-acts", withdrawal(five))).toEqual([
    409,
    "already-proposed",
  ]);
});

test("a successor takes over what applied that day, as it was, with what others said of it", async () => {
  const five = (await row("KZ")).reservations.find(({ articles }) => articles.length === 2);
  const about = { reservation: five?.id };
  await takes(hall.of("AE"), id, "reservation-acts", { ...about, act: "objection", reason: "No." });
  const narrower = { ...about, language: "en", text: "Five only.", articles: [5] };
  await takes(hall.of("KZ"), id, "reservation-changes", narrower);
  await takes(hall.of("KZ"), id, "late-reservations", {
    language: "en",
    text: "Too late.",
    articles: [8],
  });
  await hall.at("2027-04-20T09:00:00+05:00");
  await takes(secretary(), id, "successions", {
    party: "EE",
    kind: "succession",
    predecessor: "KZ",
    succeededOn: "2027-04-10",
    signedBy: "The Minister for Foreign Affairs",
    on: "2027-04-20",
  });
  const kept = (await row("EE")).reservations.toSorted((a, b) => a.text.localeCompare(b.text));
  expect(kept).toMatchObject([
    { text: "Five only.", articles: [5], state: "made", answers: [{ party: "AE" }] },
    { text: "Seven.", articles: [7], state: "made", answers: [] },
  ]);
  expect(kept[0]?.effects).toContainEqual({ effect: "excluded", parties: ["AE"] });
});

test("the public sees the same effects as the parties, also for a successor", async () => {
  type Public = { reservations: { party: string; id: string; effects: Effects }[] };
  const { reservations } = await hall.of("KZ").get<Public>(`/register/${id}`);
  for (const code of ["KZ", "KR", "EE"]) {
    const seen = reservations.filter(({ party }) => party === code);
    expect(seen.map(({ effects }) => effects)).toEqual(
      (await row(code)).reservations.map(({ effects }) => effects),
    );
  }
  const ofKr = reservations.find(({ party }) => party === "KR");
  expect(ofKr?.effects.flatMap(({ parties }) => parties)).toContain("EE");
});
