import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes } from "./concludes.ts";
import { type Hall, openHall, takes } from "./hall.ts";

/** The forms of acts, filled from the record of a partnership with a reservation and an objection. */
let hall: Hall;
let id = "";
const parties = ["KZ", "AE", "HUB", "KR"];
const words = "Articles 5 and 6 are not applied.";

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties,
    languages: ["en"],
    title: { en: "Partnership Agreement" },
    variables: { place: "Astana", entry_deposits: 4, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { alternat: "none" },
    as: "subject-to-ratification",
  });
  await hall.work();
  await hall.at("2027-02-01T09:00:00+05:00");
  await takes(hall.secretaries[0], id, "deposits", {
    party: "AE",
    kind: "acceptance",
    signedBy: "The Minister for Foreign Affairs",
    on: "2027-02-01",
    reservations: [{ kind: "reservation", language: "en", text: words, articles: [5, 6] }],
  });
});
afterAll(() => hall.office.close());

const form = async (name: string, party: string, language = "en") => {
  const path = `/agreements/${id}/forms/${name}?language=${language}&party=${party}`;
  const answer = await hall.archivist.send("GET", path);
  return answer.text();
};

test("each instrument does one act", async () => {
  const verbs = {
    ratification: "ratifies it",
    acceptance: "accepts it",
    approval: "approves it",
    "formal-confirmation": "formally confirms it",
    accession: "accedes to it",
  };
  for (const [name, verb] of Object.entries(verbs)) {
    const text = await form(name, "KZ");
    expect(text).toContain(
      `declares that the Republic of Kazakhstan, having considered that instrument, ${verb} and undertakes`,
    );
    for (const other of Object.values(verbs)) {
      if (other !== verb) expect(text).not.toContain(` ${other} `);
    }
  }
});

test("who signs depends on what the party is", async () => {
  expect(await form("ratification", "KZ")).toContain(
    "as Head of State, Head of Government or Minister for Foreign Affairs",
  );
  expect(await form("formal-confirmation", "HUB")).toContain(
    "as the authority which the rules of the organisation name",
  );
  expect(await form("note-verbale", "KZ")).toContain(
    "\n\nThe Ministry of Foreign Affairs of the Republic of Kazakhstan presents",
  );
  expect(await form("note-verbale", "HUB", "ru")).toContain(
    "Секретариат Регионального хаба в сфере государственной службы свидетельствует",
  );
});

test("a party's own reservation, its day and its articles come from the record", async () => {
  const text = await form("reservation-withdrawal", "AE");
  expect(text).toContain("made on behalf of the United Arab Emirates on 1 February 2027");
  expect(text).toContain(words);
  expect(await form("reservation", "AE")).toMatch(/Article\s5, Article\s6/);
  // Another party has none: blanks to write on.
  expect(await form("reservation-withdrawal", "KZ")).toContain(
    "made on behalf of the Republic of Kazakhstan on ……………………",
  );
});

test("an objection says whose reservation it is about, and whether it excludes treaty relations", async () => {
  const before = await form("objection", "KR");
  expect(before).toContain("made on behalf of the United Arab Emirates on 1 February 2027");
  expect(before).toContain("does / does not preclude");
  const { participants } = await hall.status(id);
  const made = participants.find(({ party }) => party === "AE")?.reservations[0];
  await takes(hall.of("KR"), id, "reservation-acts", {
    reservation: made?.id,
    act: "objection",
    excludes: true,
    reason: "It defeats the purpose.",
  });
  expect(await form("objection", "KR")).toContain("between the two is excluded");
  expect(await form("objection-withdrawal", "KR")).toContain(words);
});

test("the procès-verbal of a deposit is sealed when the depositary records it", async () => {
  await hall.work();
  type Papers = { papers: { serial: number; kind: string; party: string }[] };
  const { papers } = await hall.of("AE").get<Papers>(`/agreements/${id}`);
  const own = papers.filter(({ kind }) => kind === "proces-verbal");
  expect(own.map(({ party }) => party)).toEqual(["AE"]);
  const answer = await hall.of("AE").send("GET", `/agreements/${id}/papers/${own[0]?.serial}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = (await textOf(bytes)).replaceAll(/\s+/g, " ");
  expect(text).toContain(
    "on 1 February 2027, on behalf of the United Arab Emirates, an instrument of acceptance was deposited with it.",
  );
  expect(text).toContain("Signed by: The Minister for Foreign Affairs");
  expect(text).toContain(words);
  // The job runs again for nothing.
  await hall.work();
  const again = await hall.of("AE").get<Papers>(`/agreements/${id}`);
  expect(again.papers).toHaveLength(papers.length);
});

test("each form names the act that it is the paper of", async () => {
  type Forms = { items: { name: string; act: string | null; by: string }[] };
  const { items } = await hall.archivist.get<Forms>("/forms");
  const actOf = (name: string) => items.find((one) => one.name === name)?.act;
  expect(actOf("acceptance")).toBe("deposit");
  expect(actOf("objection-withdrawal")).toBe("withdraw-objection");
  expect(actOf("withdrawal-revocation")).toBe("revoke-notice");
  expect(actOf("note-verbale")).toBeNull();
});

test("it names only what came with its instrument", async () => {
  const said = "“Civil service” includes teachers.";
  await takes(hall.of("KR"), id, "declarations", { language: "en", text: said });
  await hall.at("2027-02-03T09:00:00+05:00");
  const own = "Article 6 is not applied.";
  await takes(hall.secretaries[0], id, "deposits", {
    party: "KR",
    kind: "ratification",
    signedBy: "The President",
    on: "2027-02-03",
    reservations: [{ kind: "reservation", language: "en", text: own, articles: [6] }],
  });
  await hall.work();
  type Papers = { papers: { serial: number; kind: string; party: string }[] };
  const { papers } = await hall.of("KR").get<Papers>(`/agreements/${id}`);
  const record = papers.find(({ kind, party }) => kind === "proces-verbal" && party === "KR");
  const answer = await hall.of("KR").send("GET", `/agreements/${id}/papers/${record?.serial}`);
  const text = (await textOf(new Uint8Array(await answer.arrayBuffer()))).replaceAll(/\s+/g, " ");
  expect(text).toContain(own);
  expect(text).not.toContain(said);
});
