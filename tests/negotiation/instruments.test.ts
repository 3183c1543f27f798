import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  attaches,
  type Hall,
  openHall,
  refused,
  seconded,
  standings,
  takes,
  waits,
  withdraws,
} from "./hall.ts";

/** Instruments of consent, their withdrawal, and a second participation after the first has ended. */
let hall: Hall;
let id = "";

type Row = {
  party: string;
  consents: { kind: string; on: string; withdrawnOn: string | null }[];
  earlier: { inForceOn: string | null; endedOn: string }[];
  inForceOn: string | null;
  acts: { act: string; detail: Record<string, unknown> }[];
  reservations: { state: string }[];
};

const row = async (code: string) => {
  const { participants } = await hall
    .of("KZ")
    .get<{ participants: Row[] }>(`/agreements/${id}/participation`);
  const found = participants.find(({ party }) => party === code);
  if (!found) throw new Error(`${code} takes no part.`);
  return found;
};

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    languages: ["en"],
    title: { en: "Convention on Exchanges" },
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      consentBy: ["ratification", "acceptance", "formal-confirmation"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
      withdrawal: { months: 6 },
      reservations: "permitted",
      authentication: "officers",
    },
    as: "subject-to-ratification",
  });
});
afterAll(() => hall.office.close());

const deposit = (party: string, kind: string, on: string, more: object = {}) => ({
  party,
  kind,
  signedBy: "The Minister for Foreign Affairs",
  on,
  ...more,
});
const refuses = (body: object) => refused(hall.secretaries[0], id, "deposits", body);
const on = "2027-01-10";
const between = () => hall.officers[0].get(`/agreements/${id}/relations/KR/KZ`);

test("each kind of instrument is for its kind of party and for texts that foresee it", async () => {
  expect(await refuses(deposit("HUB", "ratification", on))).toEqual([
    422,
    "instrument-of-another-kind",
  ]);
  expect(await refuses(deposit("KZ", "formal-confirmation", on))).toEqual([
    422,
    "instrument-of-another-kind",
  ]);
  expect(await refuses(deposit("KZ", "approval", on))).toEqual([422, "instrument-not-provided"]);
});

test("days that do not exist, that lie before the opening, or after the receipt are refused", async () => {
  expect((await refuses(deposit("KZ", "ratification", "2027-02-30")))[0]).toBe(400);
  expect(await refuses(deposit("KZ", "ratification", "2027-01-09"))).toEqual([
    422,
    "act-impossible-then",
  ]);
  const dated = (day: string) => refuses(deposit("KZ", "ratification", on, { dated: day }));
  expect(await dated("2027-01-09")).toEqual([422, "act-impossible-then"]);
  expect(await dated("2027-01-11")).toEqual([422, "days-out-of-order"]);
  expect(await refuses(deposit("KZ", "accession", "2027-01-10"))).toEqual([
    422,
    "signatory-does-not-accede",
  ]);
});

test("an instrument says who signed it and by what authority", async () => {
  const by = (more: object, party = "KZ") => refuses(deposit(party, "acceptance", on, more));
  expect((await by({ authority: "full-powers" }))[0]).toBe(400);
  expect((await by({ authority: "head-of-state", fullPowers: "X" }))[0]).toBe(400);
  expect((await by({ authority: "executive-head" }))[0]).toBe(400);
  expect((await by({ authority: "head-of-state" }, "HUB"))[0]).toBe(400);
});

test("a deposit on the day of signature is right, and a second act of consent is not", async () => {
  const signed = { authority: "foreign-minister", dated: on };
  await takes(hall.secretaries[0], id, "deposits", deposit("KZ", "ratification", on, signed));
  expect((await row("KZ")).acts.at(-1)?.detail).toMatchObject({ kind: "ratification", ...signed });
  expect(await refuses(deposit("KZ", "acceptance", on))).toEqual([409, "already-consented"]);
  expect(await refuses(deposit("KZ", "accession", on))).toEqual([409, "already-consented"]);
});

test("a State that has not signed does not ratify, unless it agrees that it accedes", async () => {
  expect(await refuses(deposit("EE", "ratification", on))).toEqual([422, "accession-instead"]);
  const agreed = "Note verbale No. 12 of the Embassy.";
  await takes(
    hall.secretaries[0],
    id,
    "deposits",
    deposit("EE", "ratification", on, { agreed, authority: "head-of-state" }),
  );
  const { acts, consents } = await row("EE");
  expect(acts.at(-1)).toMatchObject({
    act: "accede",
    detail: { kind: "accession", titled: "ratification", agreed },
  });
  expect(consents).toEqual([{ kind: "accession", on, withdrawnOn: null }]);
  expect(await refuses(deposit("EE", "accession", on))).toEqual([409, "already-consented"]);
});

test("an instrument withdrawn before entry into force is not counted, and the engine says so", async () => {
  expect((await hall.status(id)).entry).toMatchObject({ state: "dated", on: "2027-02-09" });
  const file = await attaches(hall.secretaries[0], id);
  const body = {
    party: "EE",
    kind: "withdrawal-of-consent",
    receivedOn: on,
    file,
    reason: "Its note.",
  };
  expect((await seconded(hall.secretaries, id, "notices", body)).stage).toBe("publish");
  const status = await hall.status(id);
  expect(standings(status).EE).toBe("invited");
  expect(status.entry).toMatchObject({ state: "waiting" });
  expect(status.entry.derivation.map(({ key }) => key)).toContain("not-counted-withdrawn");
  expect((await row("EE")).consents).toEqual([{ kind: "accession", on, withdrawnOn: on }]);
  expect(hall.sent.some(({ text }) => text.includes("It is not counted"))).toBe(false);
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("It is not counted"))).toBe(true);
});

test("an organisation confirms formally, and a withdrawn consent does not come back by it", async () => {
  await takes(
    hall.secretaries[0],
    id,
    "deposits",
    deposit("HUB", "formal-confirmation", on, { authority: "executive-head" }),
  );
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: "2027-02-09" });
  await entersIntoForce(hall, id, "2027-02-09T09:00:00+05:00");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", HUB: "party" });
  const file = await attaches(hall.secretaries[0], id);
  const late = { party: "KZ", kind: "withdrawal-of-consent", file, reason: "Its note." };
  expect((await refused(hall.secretaries[0], id, "notices", late))[0]).toBe(409);
});

test("a party that withdrew may accede again: a new day, fresh reservations, and its past as history", async () => {
  const reservation = { kind: "reservation", language: "en", text: "Except one.", articles: [3] };
  await takes(
    hall.secretaries[0],
    id,
    "deposits",
    deposit("KR", "acceptance", "2027-02-09", { reservations: [reservation] }),
  );
  const dates = { instrument: "2027-02-09", parties: { KR: "2027-03-11" } };
  await takes(hall.secretaries[0], id, "entry-into-force", dates);
  await hall.at("2027-03-11T09:00:00+05:00");
  await withdraws(hall.of("KR"), id);
  await hall.at("2027-09-11T09:00:00+05:00");
  expect(standings(await hall.status(id)).KR).toBe("ended");
  expect((await row("KR")).earlier).toEqual([{ inForceOn: "2027-03-11", endedOn: "2027-09-11" }]);
  // What it reserved has no effect any more, and waits for no answer.
  expect((await row("KR")).reservations).toMatchObject([{ state: "lapsed", effects: [] }]);
  expect(await between()).toMatchObject({ state: "not-in-force", statements: [{ key: "left" }] });

  expect(await refuses(deposit("KR", "accession", "2027-09-10"))).toEqual([
    422,
    "act-impossible-then",
  ]);
  await takes(hall.secretaries[0], id, "deposits", deposit("KR", "accession", "2027-09-11"));
  const again = await row("KR");
  expect(again).toMatchObject({
    standing: "contracting",
    inForceOn: null,
    entry: { state: "dated", on: "2027-10-11" },
    reservations: [{ state: "lapsed" }],
  });
  expect(again.consents.map(({ kind }) => kind)).toEqual(["acceptance", "accession"]);
  expect((await hall.status(id)).entry).toMatchObject({ on: "2027-02-09" });
  const more = { instrument: "2027-02-09", parties: { KR: "2027-10-11" } };
  await takes(hall.secretaries[0], id, "entry-into-force", more);
  await hall.at("2027-10-11T09:00:00+05:00");
  expect(await row("KR")).toMatchObject({
    standing: "party",
    inForceOn: "2027-10-11",
    earlier: [{ inForceOn: "2027-03-11", endedOn: "2027-09-11" }],
  });
  expect(await between()).toMatchObject({ state: "in-force", since: "2027-10-11" });
  const unbound = {
    party: "KR",
    kind: "withdrawal-of-consent",
    receivedOn: "2027-10-11",
    file: await attaches(hall.secretaries[0], id),
    reason: "Its note.",
  };
  expect((await refused(hall.secretaries[0], id, "notices", unbound))[0]).toBe(409);
  const published = await hall
    .of("KZ")
    .get<{ parties: (Row & { code: string })[] }>(`/register/${id}`);
  expect(published.parties.find(({ code }) => code === "KR")).toMatchObject({
    inForceOn: "2027-10-11",
    earlier: [{ inForceOn: "2027-03-11", endedOn: "2027-09-11" }],
    consents: [
      { kind: "acceptance", on: "2027-02-09" },
      { kind: "accession", on: "2027-09-11" },
    ],
  });
  expect(published.parties.find(({ code }) => code === "EE")?.consents).toEqual([
    { kind: "accession", on, withdrawnOn: on },
  ]);
  expect(await waits(hall.secretaries[0], id)).not.toEqual([]);
});
