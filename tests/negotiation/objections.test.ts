import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, seconded, takes } from "./hall.ts";

/** Objections of two kinds, what is withdrawn and from when for whom, and late reservations (VCLT 20 to 22). */
let hall: Hall;
let id = "";
let made = "";
const four = ["KZ", "AE", "KR", "EE"];
const reservation = {
  kind: "reservation",
  language: "en",
  text: "Articles 5 and 6 are not applied.",
  articles: [5, 6],
};

type Reserved = {
  id: string;
  state: string;
  answers: { party: string; act: string; excludes: boolean; ground: string | null; on: string }[];
  changes: { articles: number[]; on: string }[];
  late: { circulatedOn: string; until: string; closedOn: string | null } | null;
  effectiveOn: string | null;
  effects: { effect: string; parties: string[] }[];
};
type Relation = {
  state: string;
  since: string | null;
  statements: { key: string; effect: string | null; articles: number[] | null; text: string }[];
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: four,
    languages: ["en"],
    title: { en: "Partnership Agreement" },
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { alternat: "none" as const },
    as: "subject-to-ratification",
  });
  await hall.work();
  await hall.at("2027-02-01T09:00:00+05:00");
  for (const party of ["KZ", "AE", "KR"]) {
    await deposits(party, party === "AE" ? { reservations: [reservation] } : {});
  }
  await entersIntoForce(hall, id, "2027-03-10T09:00:00+05:00");
  made = (await reserved("AE"))[0]?.id ?? "";
});
afterAll(() => hall.office.close());

const deposits = (party: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on: "2027-02-01",
    ...more,
  });
const reserved = async (party: string) =>
  ((await hall.status(id)).participants.find((one) => one.party === party)?.reservations ??
    []) as unknown as Reserved[];
const relation = (party: string, other: string, on?: string) =>
  hall.officers[0].get<Relation>(
    `/agreements/${id}/relations/${party}/${other}${on ? `?on=${on}` : ""}`,
  );
const effectOf = async (party: string, other: string, on?: string) =>
  (await relation(party, other, on)).statements.find(({ effect }) => effect !== null);
const answers = (party: string, act: string, more: object = {}) =>
  takes(hall.of(party), id, "reservation-acts", { reservation: made, act, ...more });
const answer = (act: string, more: object = {}) => ({ reservation: made, act, ...more });

test("an objection leaves the rest of the treaty in force, and one that excludes relations does not", async () => {
  expect(await effectOf("KZ", "AE")).toMatchObject({ effect: "open", key: "time-runs" });
  await answers("KZ", "objection", { reason: "Too wide.", ground: "incompatible" });
  await answers("KR", "objection", { reason: "No.", excludes: true });
  expect((await reserved("AE"))[0]?.answers).toMatchObject([
    { party: "KZ", excludes: false, ground: "incompatible", on: "2027-03-10" },
    { party: "KR", excludes: true, ground: null },
  ]);
  expect(await effectOf("AE", "KZ")).toMatchObject({ effect: "excluded", articles: [5, 6] });
  const none = await relation("AE", "KR");
  expect(none).toMatchObject({ state: "no-relations", since: null });
  // Both were parties for a week when the exclusion was expressed.
  expect(none.statements.map(({ key }) => key)).toContain("excluded-late");
  expect(none.statements.map(({ key }) => key)).toContain("disputed");
  // Between the two others nothing changes (21(2)).
  expect((await relation("KZ", "KR")).statements.map(({ key }) => key)).toEqual([
    "in-force",
    "applies-whole",
  ]);
});

test("a second objection, one's own reservation, and kinds that belong to no objection are refused", async () => {
  const again = answer("objection", { reason: "Still." });
  expect(await refused(hall.of("KZ"), id, "reservation-acts", again)).toEqual([
    409,
    "already-answered",
  ]);
  expect((await refused(hall.of("AE"), id, "reservation-acts", again))[1]).toBe("own-reservation");
  const odd = answer("acceptance", { excludes: true });
  expect(await refused(hall.of("EE"), id, "reservation-acts", odd)).toEqual([
    400,
    "malformed-request",
  ]);
  expect(
    (await refused(hall.of("EE"), id, "reservation-acts", answer("objection-withdrawal")))[1],
  ).toBe("no-such-objection");
});

test("a signatory's objection is on record and has no effect until it consents", async () => {
  await answers("EE", "objection", { reason: "We are signatories." });
  expect(await effectOf("AE", "EE")).toMatchObject({ effect: "none", key: "not-consented" });
  expect((await relation("AE", "EE")).state).toBe("not-in-force");
});

test("an objection that is withdrawn ends when the reserving State has received notice", async () => {
  await answers("KR", "objection-withdrawal");
  expect(await effectOf("AE", "KR")).toMatchObject({ effect: "no-relations" });
  hall.sent.length = 0;
  await hall.at("2027-03-15T09:00:00+05:00");
  expect(
    hall.sent.some(({ text }) => text.includes("withdrew on 10 March 2027 its objection")),
  ).toBe(true);
  expect(await effectOf("AE", "KR")).toMatchObject({
    effect: "modified",
    key: "objection-withdrawn",
  });
  expect(await effectOf("AE", "KR", "2027-03-14")).toMatchObject({ effect: "no-relations" });
});

test("a partial withdrawal narrows, operates per State, and leaves the objection to what is left", async () => {
  const wider = { reservation: made, language: "en", text: "More.", articles: [5, 7] };
  expect((await refused(hall.of("AE"), id, "reservation-changes", wider))[1]).toBe(
    "reservation-enlarged",
  );
  await takes(hall.of("AE"), id, "reservation-changes", {
    reservation: made,
    language: "en",
    text: "Article 5 is not applied.",
    articles: [5],
  });
  expect(await effectOf("AE", "KZ")).toMatchObject({ effect: "excluded", articles: [5, 6] });
  await hall.at("2027-03-20T09:00:00+05:00");
  expect(await effectOf("AE", "KZ")).toMatchObject({ effect: "excluded", articles: [5] });
  expect(await effectOf("AE", "KZ", "2027-03-19")).toMatchObject({ articles: [5, 6] });
  expect((await reserved("AE"))[0]?.changes).toMatchObject([{ articles: [5] }]);
});

test("silence accepts after twelve months; the office records a note with its day and its document", async () => {
  await hall.at("2028-06-01T09:00:00+05:00");
  await takes(hall.secretaries[0], id, "deposits", {
    party: "EE",
    kind: "ratification",
    signedBy: "The President",
    on: "2028-06-01",
  });
  // It objected as a signatory: the objection has effect from its consent.
  expect(await effectOf("AE", "EE")).toMatchObject({ effect: "excluded" });
  const file = await attaches(hall.secretaries[0], id);
  const note = answer("objection-withdrawal", { party: "EE", reason: "Note 12", file });
  await seconded(hall.secretaries, id, "reservation-acts", { ...note, on: "2028-05-02" });
  expect((await reserved("AE"))[0]?.answers.map(({ act }) => act)).toContain(
    "objection-withdrawal",
  );
});

test("a withdrawal operates for each State from its receipt, also if the office recorded that", async () => {
  await answers("AE", "withdrawal", { reason: "No longer needed." });
  expect((await relation("AE", "KZ")).statements.map(({ key }) => key)).toContain("unnoticed");
  await takes(hall.secretaries[0], id, "reservation-receipts", {
    party: "KZ",
    reservation: made,
    of: "withdrawal",
  });
  expect(await effectOf("AE", "KZ")).toMatchObject({ effect: "none", key: "withdrawn" });
  expect(await effectOf("AE", "KR")).toMatchObject({ effect: "modified" });
  await hall.at("2028-06-05T09:00:00+05:00");
  expect(await effectOf("AE", "KR")).toMatchObject({ effect: "none", key: "withdrawn" });
  expect((await relation("AE", "KR")).state).toBe("in-force");
  const late = answer("objection", { reason: "Late." });
  expect((await refused(hall.of("KR"), id, "reservation-acts", late))[1]).toBe(
    "no-such-reservation",
  );
});

test("a late reservation is deposited if nobody objects, and one objection prevents it", async () => {
  const late = { language: "en", text: "Article 7 is not applied.", articles: [7] };
  await takes(hall.of("KZ"), id, "late-reservations", late);
  await takes(hall.of("KR"), id, "late-reservations", late);
  hall.sent.length = 0;
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("one objection prevents it"))).toBe(true);
  const [ofKz] = await reserved("KZ");
  expect(ofKz).toMatchObject({
    state: "circulated",
    effectiveOn: null,
    late: { circulatedOn: "2028-06-05", until: "2029-06-05", closedOn: null },
    effects: [],
  });
  await takes(hall.of("EE"), id, "reservation-acts", {
    reservation: (await reserved("KR"))[0]?.id,
    act: "objection",
    reason: "Too late.",
  });
  await hall.at("2029-06-05T20:00:00+05:00");
  expect((await reserved("KZ"))[0]?.state).toBe("circulated");
  await hall.at("2029-06-06T09:00:00+05:00");
  expect((await reserved("KZ"))[0]).toMatchObject({ state: "made", effectiveOn: "2029-06-06" });
  expect((await reserved("KR"))[0]).toMatchObject({ state: "prevented", effectiveOn: null });
  expect((await relation("KZ", "EE")).statements.find(({ effect }) => effect)).toMatchObject({
    effect: "modified",
    articles: [7],
  });
  expect(
    (await relation("KR", "KZ")).statements.find(({ key }) => key === "late-prevented"),
  ).toMatchObject({
    effect: "none",
    articles: [7],
  });
});

test("what an interpretative declaration is called by another State is its view and decides nothing", async () => {
  await takes(hall.of("EE"), id, "declarations", {
    language: "en",
    text: "Article 4 is understood to include training.",
    articles: [4],
  });
  const declaration = (await reserved("EE"))[0]?.id;
  const react = (act: string) => ({ reservation: declaration, act, reason: "" });
  await takes(hall.of("KR"), id, "reservation-acts", react("reclassification"));
  expect(await refused(hall.of("KR"), id, "reservation-acts", react("approval"))).toEqual([
    409,
    "already-reacted",
  ]);
  expect((await refused(hall.of("EE"), id, "reservation-acts", react("approval")))[1]).toBe(
    "no-such-declaration",
  );
  const { entry, inForceOn, participants } = await hall.status(id);
  const own = participants.flatMap(({ party, entry: found }) =>
    found?.state === "dated" ? [[party, found.on] as const] : [],
  );
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: inForceOn ?? entry.on,
    parties: Object.fromEntries(own),
  });
  await hall.at("2029-06-07T09:00:00+05:00");
  const between = await relation("EE", "KR");
  expect(between.statements.map(({ key }) => key)).toEqual(
    expect.arrayContaining(["declared", "reclassification", "applies-whole"]),
  );
  expect(between.state).toBe("in-force");
});
