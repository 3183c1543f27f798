import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, takes } from "./hall.ts";

/**
 * A convention of three, in which one State ratifies with a reservation: every act is notified under a number of its
 * own, with the State, the act, the day, its words and what follows from it.
 */
let hall: Hall;
let id = "";
const three = ["KZ", "KR", "EE"];

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
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

type Told = {
  party: string;
  sentAt: string | null;
  openedAt: string | null;
  receivedOn: string | null;
};
type Notification = {
  number: string;
  heading: Record<string, string>;
  party: { code: string; names: Record<string, string> } | null;
  on: string;
  circulatedOn: string;
  state: string;
  reason: string | null;
  paper: number | null;
  told: Told[];
};

const list = async (who = hall.officers[0]) =>
  (await who.get<{ items: Notification[] }>(`/agreements/${id}/notifications`)).items;
const publicGet = (path: string) => hall.office.anyone.send("GET", path);
const publicList = async () =>
  ((await (await publicGet(`/register/${id}/notifications`)).json()) as { items: Notification[] })
    .items;
const page = async (one: Notification | undefined) => {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/papers/${one?.paper}`);
  return textOf(new Uint8Array(await answer.arrayBuffer()));
};
const ratifies = (party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });

const lettersTo = (party: string) => {
  const { email } = hall.of(party).person;
  return hall.sent.filter(({ to }) => to === email);
};

test("a ratification is notified with its State, its day and the words of its reservation", async () => {
  await hall.at("2027-03-02T09:00:00+05:00");
  const text = "Статья 3 не применяется.";
  const reservation = { kind: "reservation", language: "ru", text, articles: [3] };
  await ratifies("KZ", "2027-02-25", { reservations: [reservation] });
  await hall.work();
  const [first, ...others] = await list();
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    number: "DN.1.2027",
    heading: { en: "Ratification", fr: "Ratification" },
    party: { code: "KZ" },
    on: "2027-02-25",
    circulatedOn: "2027-03-02",
    state: "issued",
  });
  const printed = await page(first);
  expect(printed).toContain("Depositary Notification DN.1.2027");
  expect(printed).toContain("The Republic of Kazakhstan: Ratification");
  expect(printed).toContain("The Depositary received the document on 25 February 2027.");
  expect(printed).toContain("Reservation (Article 3; original in Russian)");
  expect(printed).toContain(text);
  // Twelve months from the circulation (VCLT article 20(5) as practice counts it).
  expect(printed).toContain("the time to object ends on 2 March 2028");
  expect(printed).toContain("Уведомление депозитария DN.1.2027");
  expect(printed).toContain("Документ получен депозитарием 25 февраля 2027 года.");
});

test("letters name the number, the State, the act and its day in the reader's language", async () => {
  const [letter] = lettersTo("KR").filter(({ subject }) =>
    subject.includes("notification DN.1.2027"),
  );
  expect(letter?.text).toContain("The Republic of Kazakhstan: Ratification");
  expect(letter?.text).toContain("received the document on 25 February 2027");
  const kazakh = lettersTo("KZ").map(({ subject }) => subject);
  expect(kazakh.join("\n")).toContain("DEP/2027/001: депозитарийдің хабарламасы DN.1.2027 – «");
});

test("the deposit that completes the condition says when it enters into force for the State", async () => {
  await ratifies("KR", "2027-03-01");
  await hall.work();
  const [second] = await list();
  expect(second?.number).toBe("DN.2.2027");
  // Thirty days after the second deposit.
  expect(await page(second)).toContain(
    "The date of entry into force for the Republic of Korea is 31 March 2027.",
  );
});

test("entry into force is notified of no State, and a withdrawal with its effect", async () => {
  await entersIntoForce(hall, id, "2027-04-01T09:00:00+05:00");
  const [third] = await list();
  expect(third).toMatchObject({ heading: { en: "Entry into force" }, party: null });
  expect(await page(third)).toContain("The date of entry into force is 31 March 2027.");
  const file = await attaches(hall.of("KR"), id);
  await takes(hall.of("KR"), id, "notices", { kind: "withdrawal", file });
  await hall.work();
  const [fourth] = await list();
  expect(fourth?.heading.en).toBe("Withdrawal");
  expect(await page(fourth)).toContain(
    "The date on which it ceases to be in force for the Republic of Korea is 1 October 2027.",
  );
});

test("the record says who was told and who opened the page; a State sees its own receipt only", async () => {
  const [newest] = await list();
  await hall.of("EE").send("GET", `/agreements/${id}/papers/${newest?.paper}`);
  await takes(hall.of("EE"), id, "notification-receipts", { notification: newest?.number });
  const ofEstonia = { party: "EE", receivedOn: "2027-04-01" };
  const [seen] = await list();
  const told = seen?.told ?? [];
  expect(told.map(({ party }) => party)).toEqual(["EE", "KZ", "KR"]);
  expect(told.find(({ party }) => party === "EE")).toMatchObject(ofEstonia);
  expect(told.every(({ sentAt }) => sentAt !== null)).toBe(true);
  expect(told.filter(({ openedAt }) => openedAt !== null).map(({ party }) => party)).toEqual([
    "EE",
  ]);
  const [own] = await list(hall.of("EE"));
  expect(own?.told).toHaveLength(1);
  expect(own?.told[0]).toMatchObject(ofEstonia);
});

test("an officer records a receipt from a note, not before the circulation and for no stranger", async () => {
  const notification = "DN.1.2027";
  const receipt = (party: string, on: string) => ({ notification, party, on });
  const [officer] = hall.officers;
  await takes(officer, id, "notification-receipts", receipt("KR", "2027-03-05"));
  const early = receipt("EE", "2027-03-01");
  expect(await refused(officer, id, "notification-receipts", early)).toEqual([
    422,
    "days-out-of-order",
  ]);
  const stranger = receipt("US", "2027-03-05");
  expect(await refused(officer, id, "notification-receipts", stranger)).toEqual([
    422,
    "not-a-participant",
  ]);
  const unknown = { ...receipt("EE", "2027-03-05"), notification: "DN.99.2027" };
  expect((await refused(officer, id, "notification-receipts", unknown))[1]).toBe("not-found");
});

test("a wrong notification is reissued under its number, and one that is void is cancelled for all to see", async () => {
  const [officer] = hall.officers;
  const reason = "The day of receipt was misread.";
  await takes(officer, id, "notification-reissues", { notification: "DN.2.2027", reason });
  await takes(officer, id, "notification-cancellations", {
    notification: "DN.1.2027",
    reason: "Void.",
  });
  await hall.work();
  const all = await publicList();
  const states = Object.fromEntries(all.map(({ number, state }) => [number, state]));
  expect(states).toMatchObject({ "DN.2.2027": "reissued", "DN.1.2027": "cancelled" });
  const reissued = await page(all.find(({ number }) => number === "DN.2.2027"));
  expect(reissued).toContain("Reissued on 1 April 2027. This edition replaces the earlier one.");
  expect(reissued).toContain(reason);
  const cancelled = await page(all.find(({ number }) => number === "DN.1.2027"));
  expect(cancelled).toContain("This notification is cancelled. Its number is not used again.");
  expect(cancelled).not.toContain("Статья 3");
  const again = { notification: "DN.1.2027", reason };
  expect(await refused(officer, id, "notification-reissues", again)).toEqual([
    409,
    "notification-cancelled",
  ]);
  // All are told, under the old number.
  expect(lettersTo("KR").at(-1)?.subject).toMatch(
    /^DEP\/2027\/001: depositary notification DN\.1\.2027 – “.+” \(.+\)$/,
  );
  expect((await list()).map(({ number }) => number)).toHaveLength(4);
});

test("the public reads the notifications of all instruments, page by page", async () => {
  type Page = {
    items: (Notification & { agreement: { reference: string } })[];
    next: string | null;
  };
  const read = async (query: string) =>
    (await (await publicGet(`/register/notifications?${query}`)).json()) as Page;
  const first = await read("limit=3");
  expect(first.items.map(({ number }) => number)).toEqual(["DN.4.2027", "DN.3.2027", "DN.2.2027"]);
  const second = await read(`limit=3&before=${first.next}`);
  expect(second.items.map(({ number }) => number)).toEqual(["DN.1.2027"]);
  expect(second.next).toBeNull();
  const ofKorea = await read("party=KR");
  expect(ofKorea.items.map(({ number }) => number)).toEqual(["DN.4.2027", "DN.2.2027"]);
  const pdf = await publicGet(`/register/${id}/papers/${first.items[0]?.paper}`);
  expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
});

test("the sealed page leaves the version that people have seen as good as the current one", async () => {
  const [officer] = hall.officers;
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "If-Match": `"${version}"` };
  const receipt = { notification: "DN.3.2027", party: "KZ" };
  const path = `/agreements/${id}/notification-receipts`;
  expect((await officer.send("POST", path, receipt, headers)).status).toBe(201);
  // The same version is stale now, because a person has acted.
  expect((await officer.send("POST", path, receipt, headers)).status).toBe(412);
});
