import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "../negotiation/concludes.ts";
import { attaches, type Hall, openHall, seconded, takes } from "../negotiation/hall.ts";

/** What a State has to do, may do, or should know is running, as its action list says at each step. */
let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      withdrawal: { months: 6 },
      declarations: [
        { article: 2, kind: "declaration", mandatory: true, title: { en: "Scope" } },
        { article: 4, kind: "authority", mandatory: false, title: { en: "Central authority" } },
      ],
    },
    as: "subject-to-ratification",
  });
});
afterAll(() => hall.office.close());

type Action = {
  action: string;
  kind: string;
  due: string | null;
  rule: { basis: string; article: string | null };
  article: number | null;
  other: string | null;
  agreement: { id: string; headings: string };
};
const actionsOf = async (party: string, who = hall.of(party)) =>
  (await who.get<{ items: Action[] }>(`/parties/${party}/actions`)).items;
const names = async (party: string) => (await actionsOf(party)).map(({ action }) => action);

const declaration = { article: 2, language: "en", text: "It applies to all services." };
const deposit = (party: string, on: string, more: object = {}) => ({
  party,
  kind: "ratification",
  signedBy: "The Head of State",
  on,
  declarations: [declaration],
  ...more,
});
const secretary = () => hall.secretaries[0];

test("after signature a State is to ratify, and to declare what the text requires", async () => {
  expect(await actionsOf("KZ")).toMatchObject([
    { action: "ratify", kind: "todo", due: null, agreement: { id, headings: "articles" } },
    {
      action: "declare",
      kind: "todo",
      article: 2,
      rule: { basis: "clause", article: "2" },
    },
  ]);
});

test("once it has ratified, only the authority is left, and another’s reservation opens a window", async () => {
  await takes(secretary(), id, "deposits", deposit("KZ", "2027-01-10"));
  expect(await names("KZ")).toEqual(["designate-authority"]);
  await takes(hall.of("KZ"), id, "authorities", {
    article: 4,
    language: "en",
    name: "Ministry of Justice",
    address: "1 Street, Astana",
    contact: "authority@example.org",
  });
  expect(await names("KZ")).toEqual([]);
  const reservation = {
    kind: "reservation",
    language: "en",
    text: "Not article 3.",
    articles: [3],
  };
  await takes(
    secretary(),
    id,
    "deposits",
    deposit("KR", "2027-01-10", { reservations: [reservation] }),
  );
  await hall.work();
  const [window] = await actionsOf("KZ");
  expect(window).toMatchObject({
    action: "answer-reservation",
    kind: "open",
    other: "KR",
    rule: { basis: "convention", article: "20(5)" },
  });
});

test("a notice that runs is on its own list and on that of the other parties, with its day", async () => {
  const { entry, participants } = await hall.status(id);
  const parties = Object.fromEntries(
    participants.flatMap(({ party, entry: own }) =>
      own?.state === "dated" ? [[party, own.on]] : [],
    ),
  );
  await takes(secretary(), id, "entry-into-force", { instrument: entry.on, parties });
  await hall.at("2027-03-01T09:00:00+05:00");
  const file = await attaches(hall.officers[0], id);
  const notice = { party: "KR", kind: "withdrawal", receivedOn: "2027-03-01", file };
  await seconded(hall.officers, id, "notices", { ...notice, reason: "Received today." });
  const due = "2027-09-01";
  expect(await actionsOf("KR")).toContainEqual(
    expect.objectContaining({ action: "own-notice", kind: "runs", due }),
  );
  expect(await actionsOf("KZ")).toContainEqual(
    expect.objectContaining({ action: "other-notice", kind: "runs", other: "KR", due }),
  );
});

test("a State sees its own list, the office every State’s, and the archive none", async () => {
  expect((await hall.of("KZ").send("GET", "/parties/KR/actions")).status).toBe(403);
  expect((await hall.archivist.send("GET", "/parties/KR/actions")).status).toBe(403);
  const own = await actionsOf("KZ");
  expect(await actionsOf("KZ", secretary())).toEqual(own);
  expect(await actionsOf("HUB", hall.officers[0])).toMatchObject([
    { action: "ratify" },
    { action: "declare" },
    { action: "answer-reservation" },
  ]);
});

test("a draft asks nothing of its parties, and a circulated text an answer", async () => {
  const made = await hall.officers[0].send("POST", "/agreements", {
    template: "memorandum-of-understanding",
    title: { en: "Memorandum of Understanding" },
    parties: [{ code: "AE" }, { code: "EE" }],
    languages: ["en"],
    variables: { place: "Astana" },
  });
  const { id: other } = (await made.json()) as { id: string };
  expect(await names("AE")).toEqual([]);
  await takes(hall.officers[0], other, "submissions", { withoutRepresentatives: true });
  expect(await names("AE")).toEqual(["answer-round"]);
});
