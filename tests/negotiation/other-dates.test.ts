import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import type { EntryClause } from "#workflows/terms.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { type Hall, openHall, proposes, refused, standings, takes, waits } from "./hall.ts";
import { recordOf } from "./six-parties.ts";

/** The depositary confirms the derived days, or others with a reason that everyone sees (VCLT article 77(2)). */
let hall: Hall;
let tied = "";

const memorandum = { variables: { place: "Seoul", duration_years: 5 }, as: "definitive" };
const concluded = (entry: EntryClause) =>
  concludes(hall, "memorandum-of-understanding", { ...memorandum, terms: { entry } });
const reason = "The Charter entered into force on 1 March, by its own depositary.";
const on = "2027-03-01";
const dates = { instrument: on, parties: { KZ: on, KR: on } };

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  tied = await concluded({
    form: "conditions",
    when: {
      kind: "all",
      of: [
        { kind: "consents", needed: "all" },
        { kind: "instrument", name: "Charter of the Hub" },
      ],
    },
    delay: { unit: "days", count: 0 },
  });
});
afterAll(() => hall.office.close());

test("conditions that the record does not meet yet are told, and no day follows", async () => {
  const { entry } = await hall.status(tied);
  expect(entry).toMatchObject({
    state: "waiting",
    reasons: expect.arrayContaining([
      "The instrument “Charter of the Hub” must have entered into force.",
      "The entry into force of the instrument “Charter of the Hub” is not on record.",
    ]),
  });
});

test("another day needs a reason, and one that can be", async () => {
  const [secretary] = hall.secretaries;
  expect(await refused(secretary, tied, "entry-into-force", dates)).toEqual([
    422,
    "dates-do-not-follow",
  ]);
  const before = { instrument: "2027-01-10", parties: { KZ: "2027-01-10" }, reason };
  const stranger = { instrument: on, parties: { EE: on }, reason };
  const first = { instrument: on, parties: { KZ: "2027-02-28" }, reason };
  for (const impossible of [before, stranger, first]) {
    expect(await refused(secretary, tied, "entry-into-force", impossible)).toEqual([
      422,
      "dates-impossible",
    ]);
  }
});

test("it waits for a second person of the secretariat, who sees what it brings about", async () => {
  const [first, second] = hall.secretaries;
  const proposal = await proposes(first, tied, "entry-into-force", { ...dates, reason });
  expect((await hall.status(tied)).inForceOn).toBeNull();
  const [shown] = await waits(second, tied);
  expect(shown).toMatchObject({
    id: proposal,
    act: "determine-entry",
    rule: "other-dates",
    consequence: {
      refusedBy: [],
      instrumentOn: on,
      parties: expect.arrayContaining([
        expect.objectContaining({ party: "KZ", entersOn: on }),
        expect.objectContaining({ party: "KR", entersOn: on }),
      ]),
    },
  });
  expect(await refused(first, tied, "proposal-confirmations", { proposal })).toEqual([
    403,
    "own-proposal",
  ]);
  await takes(second, tied, "proposal-confirmations", { proposal });
});

test("the reason and the engine's finding stay beside the day, for the parties and in the evidence", async () => {
  const status = await hall.status(tied);
  const determined = { reason, derivedOn: null };
  expect(status).toMatchObject({ inForceOn: on, determined, entry: { state: "waiting" } });
  for (const one of status.participants) expect(one).toMatchObject({ inForceOn: on, determined });
  const entries = (await recordOf(hall, tied)) as { act?: string; detail?: object }[];
  expect(entries.find(({ act }) => act === "determine-entry")?.detail).toMatchObject({
    reason,
    derived: { "": null, KZ: null, KR: null },
  });
});

test("on the day it enters into force; the letter and the register say why that day", async () => {
  hall.sent.length = 0;
  await hall.at("2027-03-01T09:00:00+05:00");
  expect(standings(await hall.status(tied))).toEqual({ KZ: "party", KR: "party" });
  await hall.work();
  const letters = hall.sent.filter(({ text }) => text.includes(reason));
  expect(letters.length).toBeGreaterThan(0);
  // The sealed page says it, too.
  const { items } = await hall.archivist.get<{ items: { paper: number }[] }>(
    `/agreements/${tied}/notifications`,
  );
  const answer = await hall.archivist.send("GET", `/agreements/${tied}/papers/${items[0]?.paper}`);
  const page = await textOf(new Uint8Array(await answer.arrayBuffer()));
  expect(page.replaceAll("\n", " ")).toContain(
    `determined 1 March 2027 as the day, for this reason: ${reason}`,
  );
  expect(page).toContain("No day follows from the record yet.");
  const entry = await hall.archivist.get<object>(`/register/${tied}`);
  expect(entry).toMatchObject({
    inForceOn: on,
    determined: { reason, derivedOn: null },
    parties: [
      { inForceOn: on, determined: { reason } },
      { inForceOn: on, determined: { reason } },
    ],
  });
});

test("a confirmed day has no reason, and one person confirms it", async () => {
  const plain = await concluded({ form: "last-signature" });
  await entersIntoForce(hall, plain, "2027-03-02T09:00:00+05:00");
  expect(await hall.status(plain)).toMatchObject({ determined: null, inForceOn: "2027-03-01" });
  const entry = await hall.archivist.get<object>(`/register/${plain}`);
  expect(entry).toMatchObject({ determined: null });
});

test("the day that follows from the record is kept if the depositary counts otherwise", async () => {
  const counted = await concluded({ form: "nth-deposit", deposits: 2, days: 30 });
  const other = "2027-04-02";
  const given = {
    instrument: other,
    parties: { KZ: other, KR: other },
    reason: "The thirty days are counted from the day after the signature.",
  };
  const [first, second] = hall.secretaries;
  const proposal = await proposes(first, counted, "entry-into-force", given);
  await takes(second, counted, "proposal-confirmations", { proposal });
  expect(await hall.status(counted)).toMatchObject({
    inForceOn: other,
    determined: { derivedOn: "2027-04-01" },
    entry: { state: "dated", on: "2027-04-01" },
  });
});

test("an agreement whose conditions can never be met is refused with their place and the reason", async () => {
  const [officer] = hall.officers;
  const told = async (entry: object, terms: object = {}) => {
    const answer = await officer.send("POST", "/agreements", {
      template: "memorandum-of-understanding",
      title: { en: "Memorandum on Water" },
      languages: ["en"],
      parties: [{ code: "KZ" }, { code: "KR" }],
      variables: memorandum.variables,
      terms: {
        entry: { form: "conditions", delay: { unit: "days", count: 0 }, ...entry },
        ...terms,
      },
    });
    const { errors } = (await answer.json()) as { errors: { pointer: string; detail: string }[] };
    return [answer.status, ...errors.map(({ pointer, detail }) => `${pointer} ${detail}`)];
  };
  const three = { kind: "consents", needed: 3, among: ["KZ", "KR"] };
  expect(await told({ when: three })).toEqual([
    400,
    "/terms/entry/when/needed asks for 3 of 2 parties that are counted",
  ]);
  const stranger = { kind: "parties", parties: ["KZ", "EE"] };
  expect(await told({ when: stranger }, { accession: false })).toEqual([
    422,
    "/terms/entry/when/parties/1 The entry into force names the Republic of Estonia, which is not a party, and nobody may accede.",
  ]);
  const itself = [{ kind: "instrument", name: "Memorandum on Water" }];
  const two = { kind: "consents", needed: 2 };
  expect(await told({ when: two, notBefore: itself })).toEqual([
    422,
    "/terms/entry/notBefore/0/name The entry into force waits for the agreement itself.",
  ]);
});
