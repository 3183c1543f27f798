import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobContext } from "#src/jobs/job-context.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  approves,
  attaches,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  takes,
} from "./hall.ts";

/**
 * The letters about an act wait for its notification's sealed page, but not for ever; and each State's time to object
 * runs from how it was informed (VCLT articles 20(5) and 78(c)).
 */
let hall: Hall;
let room: JobContext;
let id = "";
const three = ["KZ", "KR", "EE"];

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  room = await roomOf(hall.office, hall.sent);
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: { en: "Convention on Civil Service", ru: "Конвенция о государственной службе" },
    parties: three,
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    as: "subject-to-ratification",
    terms: { reservations: "permitted" },
  });
  await hall.work();
});
afterAll(() => hall.office.close());

type Notification = {
  number: string;
  heading: Record<string, string>;
  paper: number | null;
  told: { party: string; sentAt: string | null; receivedOn: string | null }[];
};
const list = async (of = id) =>
  (await hall.officers[0].get<{ items: Notification[] }>(`/agreements/${of}/notifications`)).items;
const page = async (one: Notification | undefined) => {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/papers/${one?.paper}`);
  return textOf(new Uint8Array(await answer.arrayBuffer()));
};
const ratifies = (party: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    on: hall.office.ctx.now().toISOString().slice(0, 10),
    signedBy: "The Head of State",
    ...more,
  });
/** The letters about the notification of this number. */
const lettersOn = (number: string) =>
  hall.sent.filter(({ subject }) => subject.includes(`notification ${number}`));
const sealed = "The sealed page of this notification is on the agreement’s page";
const follows = "The sealed page of this notification is not ready yet.";

test("a letter leads to its notification, whose page is sealed before it goes", async () => {
  await hall.at("2027-03-01T09:00:00+05:00");
  await ratifies("KZ");
  await hall.work();
  const [first] = await list();
  expect(first?.paper).not.toBeNull();
  const letters = lettersOn("DN.1.2027");
  expect(letters.length).toBeGreaterThan(0);
  for (const { text } of letters) {
    expect(text).toContain(sealed);
    expect(text).toContain(`https://depositary.example/agreements/${id}#DN.1.2027`);
  }
});

test("if the page cannot be sealed, the letters go without it and say so; it follows", async () => {
  await hall.at("2027-03-02T09:00:00+05:00");
  await ratifies("KR");
  let isBroken = true;
  const reached = async (step: string) => {
    if (step === "page-typeset" && isBroken) {
      isBroken = false;
      throw new Error("The key does not answer.");
    }
  };
  await work(hall.office, { ...room, reached });
  const [second] = await list();
  expect(second?.number).toBe("DN.2.2027");
  const letters = lettersOn("DN.2.2027");
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.every(({ text }) => text.includes(follows))).toBe(true);
  // The job of its own has sealed it since.
  expect(await page(second)).toContain("The Republic of Korea: Ratification");
});

test("letters do not wait for a seal that takes too long", async () => {
  await hall.at("2027-03-03T09:00:00+05:00");
  await entersIntoForce(hall, id, "2027-04-02T09:00:00+05:00");
  const file = await attaches(hall.of("KR"), id);
  await takes(hall.of("KR"), id, "notices", { kind: "withdrawal", file });
  // No page is sealed until both attempts have come to it, in any order: that of the letters, and the job of its own,
  // which begins when the letters have gone.
  const bothCame = Promise.withResolvers<void>();
  let arrived = 0;
  const reached = async (step: string) => {
    if (step !== "page-typeset") return;
    arrived += 1;
    if (arrived === 2) bothCame.resolve();
    await bothCame.promise;
  };
  const notifications = { ...room.notifications, sealWaitMs: 5 };
  await work(hall.office, { ...room, notifications, reached });
  const [third] = await list();
  const letters = lettersOn(third?.number ?? "");
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.every(({ text }) => text.includes(follows))).toBe(true);
  expect(third?.paper).not.toBeNull();
  // The slow one ends too, and changes nothing: a subject has one page.
  await hall.work();
  expect((await list())[0]?.paper).toBe(third?.paper);
});

test("a State's own statement of receipt counts if it came before the letter, a note if neither did", async () => {
  await hall.at("2027-05-03T09:00:00+05:00");
  const text = "Article 3 does not apply.";
  const reservation = { kind: "reservation", language: "en", text, articles: [3] };
  await ratifies("EE", { reservations: [reservation] });
  const send = async () => {
    throw new Error("The mail server does not answer.");
  };
  await work(hall.office, { ...room, mail: { ...room.mail, send } });
  const [newest] = await list();
  const notification = newest?.number;
  const objections = async () => {
    const { participants } = await hall.status(id);
    return participants.find(({ party }) => party === "EE")?.reservations.at(-1)?.objections ?? [];
  };
  const of = async (party: string) => (await objections()).find((one) => one.party === party);
  expect(await of("KZ")).toMatchObject({ rule: "not-notified", notifiedBy: null });
  await hall.at("2027-05-10T09:00:00+05:00");
  await takes(hall.of("KZ"), id, "notification-receipts", { notification });
  expect(await of("KZ")).toMatchObject({
    rule: "notification",
    circulatedOn: "2027-05-03",
    notifiedOn: "2027-05-10",
    notifiedBy: "statement",
    until: "2028-05-10",
  });
  await takes(hall.officers[0], id, "notification-receipts", {
    notification,
    party: "KR",
    on: "2027-05-07",
  });
  expect(await of("KR")).toMatchObject({ notifiedOn: "2027-05-07", notifiedBy: "note" });
});

test("a text that is withdrawn at once still has the page of its opening", async () => {
  const made = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title: { en: "Second Convention", ru: "Вторая конвенция" },
    languages: ["en", "ru"],
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    parties: three.map((code) => ({ code })),
    terms: {
      authority: "dispensed",
      clearance: false,
      zone: "Asia/Almaty",
      participation: {
        signature: { to: "members", until: { months: 12 } },
        accession: { to: "members", from: "closing" },
      },
    },
  });
  await designates(hall, made, three);
  await takes(hall.officers[0], made, "submissions");
  await approves(hall, made, three);
  await authenticates(hall, made, ["en", "ru"]);
  await both(hall.officers, made, "signing", {});
  await both(hall.officers, made, "withdrawal", { reason: "The text was opened too early." });
  await hall.work();
  expect((await hall.view(made)).stage).toBe("withdrawn");
  const [opening] = await list(made);
  expect(opening).toMatchObject({ heading: { en: "Opening for signature" } });
  expect(opening?.paper).not.toBeNull();
});
