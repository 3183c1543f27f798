import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, takes } from "./hall.ts";

/** Registration under Article 102: the treaty with its statement, and each later action as one of its own. */
let hall: Hall;
let id = "";
const as = "subject-to-ratification";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: { en: "Convention on Civil Service", ru: "Конвенция о государственной службе" },
    parties: ["KZ", "KR", "EE"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    as,
    terms: { reservations: "permitted" },
  });
});
afterAll(() => hall.office.close());

type Action = {
  action: number;
  heading: Record<string, string>;
  party: { code: string } | null;
  sent: { on: string; by: string | null; route: string; basis: string } | null;
  registered: { number: string; on: string | null; volume: string } | null;
  statement: number | null;
};
type View = {
  route: string;
  basis: string | null;
  checklist: { item: string; there: boolean }[];
  actions: Action[];
};

const view = (of = id) => hall.archivist.get<View>(`/agreements/${of}/un-registration`);
const missing = ({ checklist }: View) =>
  checklist.flatMap(({ item, there }) => (there ? [] : [item]));
const page = async (serial: number | null | undefined) => {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/papers/${serial}`);
  return textOf(new Uint8Array(await answer.arrayBuffer())).replaceAll(/\s+/g, " ");
};
const ratifies = (party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });

test("before it is in force the checklist says what is missing, and nothing can be sent", async () => {
  const now = await view();
  expect([now.route, now.basis]).toEqual(["registration", null]);
  expect(missing(now)).toEqual(["in-force"]);
  expect(await refused(hall.archivist, id, "un-submission")).toEqual([
    409,
    "not-in-force-between-two",
  ]);
});

test("it is sent with a certifying statement that has the reservations and each party's entry", async () => {
  const text = "Article 3 does not apply.";
  const reservation = { kind: "reservation", language: "en", text, articles: [3] };
  await ratifies("KZ", "2027-01-10", { reservations: [reservation] });
  await ratifies("KR", "2027-01-10");
  await entersIntoForce(hall, id, "2027-02-10T09:00:00+05:00");
  expect(missing(await view())).toEqual([]);
  const early = { action: 7 };
  expect((await refused(hall.archivist, id, "un-submission", early))[1]).toBe(
    "treaty-not-sent-yet",
  );
  const late = { on: "2027-02-11" };
  expect(await refused(hall.archivist, id, "un-submission", late)).toEqual([
    422,
    "days-out-of-order",
  ]);
  await takes(hall.archivist, id, "un-submission", { on: "2027-02-10" });
  await hall.work();
  const [treaty] = (await view()).actions;
  expect(treaty?.sent).toEqual({
    on: "2027-02-10",
    by: null,
    route: "registration",
    basis: "in-force",
  });
  const statement = await page(treaty?.statement);
  expect(statement).toContain(
    "is a true and complete copy of the instrument “Convention on Civil Service”",
  );
  expect(statement).toContain("Place and date of conclusion: Astana, 10 January 2027");
  expect(statement).toContain("Место и дата заключения: Астана, 10 января 2027 года");
  expect(statement).toContain("Authentic languages: English and Russian");
  expect(statement).toContain(text);
  expect(statement).toContain(
    "The Republic of Korea: Ratification, 10 January 2027; in force from 9 February 2027",
  );
  expect(statement).not.toContain("the Republic of Estonia: Ratification");
  // It is the depositary's to the Secretariat, not to all.
  const published = await hall.office.anyone.send(
    "GET",
    `/register/${id}/papers/${treaty?.statement}`,
  );
  expect(published.status).toBe(404);
});

test("number, date, volume and certificate are recorded once, and are public", async () => {
  const certificate = await attaches(hall.archivist, id);
  const given = { number: "I-59999", on: "2027-02-10", volume: "3456", certificate };
  await takes(hall.archivist, id, "un-registration", given);
  const [treaty] = (await view()).actions;
  expect(treaty?.registered).toMatchObject({ number: "I-59999", on: "2027-02-10", volume: "3456" });
  expect(await refused(hall.archivist, id, "un-registration", given)).toEqual([
    409,
    "action-already-registered",
  ]);
  const entry = await hall.archivist.get<{ un: unknown }>(`/register/${id}`);
  expect(entry.un).toEqual({ number: "I-59999", on: "2027-02-10", volume: "3456" });
  expect((await hall.view(id)).publish).toMatchObject({
    dissemination: "published",
    registration: "registered",
  });
});

test("a later ratification is an action of its own, with its certified statement", async () => {
  expect((await view()).actions).toHaveLength(1);
  await hall.at("2027-03-01T09:00:00+05:00");
  await ratifies("EE", "2027-03-01");
  const [, later, ...more] = (await view()).actions;
  expect(more).toEqual([]);
  expect(later).toMatchObject({
    heading: { en: "Ratification" },
    party: { code: "EE" },
    sent: null,
  });
  const action = later?.action ?? 0;
  const unknown = { action: action - 1 };
  expect((await refused(hall.archivist, id, "un-submission", unknown))[1]).toBe("no-later-action");
  expect((await refused(hall.archivist, id, "un-registration", { action, number: "A-1" }))[1]).toBe(
    "action-not-sent",
  );
  await takes(hall.archivist, id, "un-submission", { action, sentBy: "EE" });
  expect((await refused(hall.archivist, id, "un-submission", { action }))[1]).toBe(
    "action-already-sent",
  );
  await hall.work();
  const [, sent] = (await view()).actions;
  expect(sent?.sent?.by).toBe("EE");
  const statement = await page(sent?.statement);
  expect(statement).toContain("Certified Statement of a Subsequent Action");
  expect(statement).toContain("The Republic of Estonia: Ratification");
  expect(statement).toContain("The Depositary received the document on 1 March 2027.");
  await takes(hall.archivist, id, "un-registration", { action, number: "A-59999" });
  expect((await view()).actions.map(({ registered }) => registered?.number)).toEqual([
    "I-59999",
    "A-59999",
  ]);
});

test("a text applied provisionally between two is sent as such, and its entry into force follows", async () => {
  const made = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "EE"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    as,
    terms: { provisional: "from-signature" },
  });
  for (const party of ["KZ", "KR"]) {
    await takes(hall.of(party), made, "notices", { kind: "provisional-application" });
  }
  expect((await view(made)).basis).toBe("provisional");
  await takes(hall.archivist, made, "un-submission");
  expect((await view(made)).actions[0]?.sent?.basis).toBe("provisional");
});
