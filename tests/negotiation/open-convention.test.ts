import { afterAll, beforeAll, expect, test } from "vitest";
import { refused, signs, takes } from "./hall.ts";
import { publicTable } from "./in-those-days.ts";
import { inForce, openProtocol, published, tenth, unread } from "./second-optional-protocol.ts";

/** A convention open to all States, from its signatures to the status table that its depositary publishes. */
let { hall, id } = {} as Awaited<ReturnType<typeof openProtocol>>;
beforeAll(async () => {
  ({ hall, id } = await openProtocol());
});
afterAll(() => hall.office.close());

const as = "subject-to-ratification";
const at = (day: string) => hall.at(`${day}T12:00:00-05:00`);
const signsLater = async (party: string, day: string) => {
  await at(day);
  const signatory = hall.of(party).person.id;
  await takes(hall.officers[0], id, "designations", { party, signatory });
  await signs(hall, id, party, { as });
};
const deposits = async (party: string, on: string, kind: string, reserved?: string) => {
  await at(on);
  const reservations = reserved && [
    { kind: "reservation", language: "en", text: reserved, articles: [2] },
  ];
  await takes(hall.secretaries[0], id, "deposits", {
    party,
    kind,
    signedBy: "The Minister for Foreign Affairs",
    on,
    ...(reservations && { reservations }),
  });
};
/** The days that follow from the record and are not on it yet. */
const determines = async (...parties: string[]) => {
  const { participants } = await hall.status(id);
  const days = participants.flatMap(({ party, entry }) =>
    parties.includes(party) && entry?.state === "dated" ? [[party, entry.on]] : [],
  );
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: inForce,
    parties: Object.fromEntries(days),
  });
};

type Reserved = {
  id: string;
  party: string;
  state: string;
  answers: { party: string; act: string; on: string }[];
  changes: { on: string }[];
};
const reservationOf = async (party: string) => {
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  const { reservations } = (await answer.json()) as { reservations: Reserved[] };
  const found = reservations.find((one) => one.party === party);
  if (!found) throw new Error(`${party} has reserved nothing.`);
  return found;
};
type Foretold = { consequence: { reasons: string[] }; relations: object[] };
const objection = async (to: string, reason: string) => ({
  reservation: (await reservationOf(to)).id,
  act: "objection",
  reason,
});
const between = (one: string, other: string) =>
  hall.officers[0].get<{ state: string; since: string; statements: { effect: string | null }[] }>(
    `/agreements/${id}/relations/${one}/${other}`,
  );

test("nine instruments do not bring it into force", async () => {
  await signsLater("NZ", "1990-02-22");
  await deposits("NZ", "1990-02-22", "ratification");
  await signsLater("GDR", "1990-03-07");
  await signsLater("NL", "1990-08-09");
  await deposits("GDR", "1990-08-16", "ratification");
  await deposits("AU", "1990-10-02", "accession");
  await deposits("PT", "1990-10-17", "ratification");
  await signsLater("IS", "1991-01-30");
  await deposits("NL", "1991-03-26", "ratification");
  await deposits("IS", "1991-04-02", "ratification");
  await deposits("FI", "1991-04-04", "ratification");
  await deposits("RO", tenth, "ratification");
  await deposits("SE", tenth, "ratification");
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting" });
});

test("the tenth does, three months after its deposit, on the published day", async () => {
  await deposits("ES", tenth, "ratification");
  expect((await hall.status(id)).entry).toMatchObject({ state: "dated", on: inForce });
  await determines("AU", "FI", "IS", "NL", "NZ", "PT", ...unread);
  await at(inForce);
});

test("later parties have their published days", async () => {
  await deposits("DE", "1992-08-18", "ratification");
  await determines("DE");
  await at("1992-11-18");
  const reserved =
    "The application of the death penalty is allowed for grave crimes committed during the war or in condition of the threat of war.";
  await deposits("AZ", "1999-01-22", "accession", reserved);
  await hall.work();
  await determines("AZ");
  await at("1999-04-22");
});

test("a State that has not consented objects; those of two parties come after twelve months, as communications", async () => {
  await at("2000-02-08");
  await takes(hall.of("FR"), id, "reservation-acts", await objection("AZ", "Beyond article 2."));
  for (const [party, day] of [
    ["DE", "2000-03-03"],
    ["FI", "2000-03-17"],
  ] as const) {
    await at(day);
    const late = await objection("AZ", "Beyond article 2.");
    const foretold = await hall.of(party).send("POST", `/agreements/${id}/consequences`, {
      resource: "reservation-acts",
      body: late,
    });
    const { consequence, relations } = (await foretold.json()) as Foretold;
    expect(consequence.reasons.join()).toContain("recorded and circulated as a communication");
    expect(relations).toEqual([]);
    await takes(hall.of(party), id, "reservation-acts", late);
    expect(await refused(hall.of(party), id, "reservation-acts", late)).toEqual([
      409,
      "already-answered",
    ]);
  }
  const relation = await between("AZ", "FI");
  expect(relation.state).toBe("in-force");
  expect(relation.statements.flatMap(({ effect }) => effect ?? [])).toEqual(["modified"]);
});

test("the reservation is narrowed to what article 2 admits", async () => {
  await at("2000-09-28");
  await takes(hall.of("AZ"), id, "reservation-changes", {
    reservation: (await reservationOf("AZ")).id,
    language: "en",
    text: "The death penalty is applied in time of war for a most serious crime of a military nature.",
    articles: [2],
  });
  const { state: found, changes, answers } = await reservationOf("AZ");
  expect([found, changes.map(({ on }) => on)]).toEqual(["made", ["2000-09-28"]]);
  expect(answers).toMatchObject([
    { party: "FR", act: "objection", on: "2000-02-08" },
    { party: "DE", act: "late-objection", on: "2000-03-03" },
    { party: "FI", act: "late-objection", on: "2000-03-17" },
  ]);
});

test("the objection has effect from the objector's own accession, and a later one is in time", async () => {
  await deposits("EE", "2004-01-30", "accession");
  await determines("EE");
  await at("2004-04-30");
  await deposits("FR", "2007-10-02", "accession");
  await determines("FR");
  await at("2008-01-02");
  const relation = await between("AZ", "FR");
  expect(relation).toMatchObject({ state: "in-force", since: "2008-01-02" });
  expect(relation.statements.flatMap(({ effect }) => effect ?? [])).toContain("excluded");
  await deposits("BR", "2009-09-25", "accession", "With an express reservation to article 2.");
  await at("2009-09-28");
  await determines("BR");
  await at("2009-12-25");
  await at("2010-09-27");
  const own = await objection("BR", "Its law in time of war was not communicated.");
  await takes(hall.of("FI"), id, "reservation-acts", own);
  expect((await reservationOf("BR")).answers).toMatchObject([
    { party: "FI", act: "objection", on: "2010-09-27" },
  ]);
});

test("the register ends in the status table that the depositary publishes", async () => {
  const { inForceOn, parties } = await publicTable(hall, id);
  expect(inForceOn).toBe(inForce);
  const read = Object.entries(parties).filter(([code]) => !unread.includes(code));
  expect(Object.fromEntries(read)).toEqual(published);
});

test("a signatory that has ceased to exist is shown as such, and acts no more", async () => {
  const ceased = { on: "1990-10-03", reason: "Accession to the Federal Republic of Germany." };
  const answer = await hall.secretaries[0].send("POST", "/parties/GDR/endings", ceased);
  const { proposal } = (await answer.json()) as { proposal: string };
  const path = `/office-proposals/${proposal}/confirmations`;
  expect((await hall.secretaries[1].send("POST", path, {})).status).toBe(201);
  const notice = { kind: "withdrawal-of-consent", party: "GDR", reason: "By note." };
  for (const [receivedOn, code] of [
    ["1990-10-03", "party-ceased-to-exist"],
    ["1990-10-02", "notice-document-missing"],
  ] as const) {
    const given = { ...notice, receivedOn };
    expect((await refused(hall.secretaries[0], id, "notices", given))[1]).toBe(code);
  }
  const entry = await hall.office.anyone.send("GET", `/register/${id}`);
  const { parties } = (await entry.json()) as {
    parties: { code: string; ceased: object | null }[];
  };
  expect(parties.filter((one) => one.ceased !== null)).toMatchObject([{ code: "GDR", ceased }]);
  expect((await hall.status(id)).participants.find(({ party }) => party === "GDR")).toMatchObject({
    ceased,
  });
});
