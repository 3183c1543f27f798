import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "./concludes.ts";
import { attaches, type Hall, refused, seconded, standings, takes } from "./hall.ts";
import { openHallOf, publicTable, receivesCompletion } from "./in-those-days.ts";

/**
 * The Agreement on the Establishment of the Payments Union of the member States of the Commonwealth of Independent
 * States, Moscow, 21 October 1994. The status of the depositary, the Executive Committee of the Commonwealth, as of
 * 10 January 2011 was read as zaki.ru reproduces it (page 57943): the twelve that signed, six notifications of completed
 * procedures and two instruments of ratification with their days, and the days of entry into force.
 *
 * Not read: the clause on entry into force (article 14) and on which days each signed. That the third of either kind
 * brings it into force on the day of its receipt fits the published days. The reservation of Ukraine with its signature
 * is left out; the text is the project's template with this clause as its terms, and the title in English is ours.
 */
const signedOn = "1994-10-21";
const inForceOn = "1995-09-25";
const notified = {
  BY: "1994-12-22",
  UZ: "1995-01-19",
  KZ: "1995-10-30",
  KG: "1995-12-28",
  RU: "1997-01-23",
  TJ: "2001-10-23",
};
const ratified = { MD: "1995-09-25", AM: "1996-02-12" };
const unbound = ["AZ", "GE", "TM", "UA"];
const signatories = [...Object.keys(notified), ...Object.keys(ratified), ...unbound];

type Row = { party: string; consents: { kind: string; on: string }[] };

let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHallOf(`${signedOn}T10:00:00+03:00`, signatories);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: {
      en: "Agreement on the Establishment of the Payments Union",
      ru: "Соглашение о создании Платежного союза",
    },
    parties: signatories,
    as: "subject-to-ratification",
    languages: ["ru"],
    variables: { place: "Москва" },
    terms: {
      alternat: "none",
      zone: "Europe/Moscow",
      consent: ["subject-to-ratification"],
      consentBy: ["ratification", "notification"],
      entry: {
        form: "conditions",
        when: { kind: "consents", needed: 3 },
        delay: { unit: "days", count: 0 },
      },
    },
  });
});
afterAll(() => hall.office.close());

const at = (day: string) => hall.at(`${day}T12:00:00+03:00`);
const notifies = (party: string, on: string) =>
  receivesCompletion(hall, id, { party, on, offset: "+03:00" });
const instrument = (party: string, on: string, kind = "ratification") => ({
  party,
  kind,
  signedBy: "The President",
  on,
});
const ratifies = async (party: string, on: string) => {
  await at(on);
  await takes(hall.secretaries[0], id, "deposits", instrument(party, on));
};
const determines = (dates: Record<string, string>) =>
  takes(hall.secretaries[0], id, "entry-into-force", { instrument: inForceOn, parties: dates });

test("a signatory ratifies or notifies, and consents by nothing else", async () => {
  await at("1994-12-01");
  const approval = instrument("BY", "1994-12-01", "approval");
  expect(await refused(hall.secretaries[0], id, "deposits", approval)).toEqual([
    422,
    "instrument-not-provided",
  ]);
});

test("two notifications do not bring it into force", async () => {
  await notifies("BY", notified.BY);
  await notifies("UZ", notified.UZ);
  expect(standings(await hall.status(id))).toMatchObject({ BY: "contracting", UZ: "contracting" });
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting" });
  const again = { party: "BY", kind: "completion", receivedOn: notified.UZ };
  expect((await refused(hall.secretaries[0], id, "notices", again))[0]).toBe(409);
});

test("the third consent, a ratification, does on the day of its deposit", async () => {
  await ratifies("MD", ratified.MD);
  expect((await hall.status(id)).entry).toMatchObject({ state: "dated", on: inForceOn });
  await determines({ BY: inForceOn, UZ: inForceOn, MD: inForceOn });
  await hall.at(`${inForceOn}T13:00:00+03:00`);
  expect(standings(await hall.status(id))).toMatchObject({ BY: "party", MD: "party" });
});

test("later parties are bound from the day of their notification or instrument", async () => {
  const later = Object.entries({ ...notified, ...ratified })
    .filter(([, on]) => on > inForceOn)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  for (const [party, on] of later) {
    await (party in ratified ? ratifies : notifies)(party, on);
    await determines({ [party]: on });
    await hall.at(`${on}T13:00:00+03:00`);
  }
  const { participants } = await hall
    .of("AM")
    .get<{ participants: Row[] }>(`/agreements/${id}/participation`);
  const consents = participants.map((one) => [one.party, one.consents]);
  expect(Object.fromEntries(consents)).toMatchObject({
    AM: [{ kind: "ratification", on: ratified.AM }],
    TJ: [{ kind: "notification", on: notified.TJ }],
    GE: [],
  });
});

test("the register ends in the status that the depositary publishes", async () => {
  const rows = [...Object.entries(notified), ...Object.entries(ratified)].map(([party, on]) => [
    party,
    [signedOn, on, on > inForceOn ? on : inForceOn],
  ]);
  const { parties, ...table } = await publicTable(hall, id);
  expect(table).toEqual({ inForceOn });
  expect(parties).toEqual({
    ...Object.fromEntries(rows),
    ...Object.fromEntries(unbound.map((code) => [code, [signedOn, null, null]])),
  });
});

test("a notification withdrawn in time leaves the signature as it was, and may be made again", async () => {
  const day = "2001-10-24";
  await notifies("UA", day);
  const file = await attaches(hall.secretaries[0], id);
  const taken = { party: "UA", kind: "withdrawal-of-consent", receivedOn: day, file };
  await seconded(hall.secretaries, id, "notices", { ...taken, reason: "By note." });
  expect(standings(await hall.status(id))).toMatchObject({ UA: "signedSubjectToRatification" });
  await notifies("UA", day);
  expect(standings(await hall.status(id))).toMatchObject({ UA: "contracting" });
});
