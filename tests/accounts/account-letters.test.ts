import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { principalOf } from "#src/db/principal.ts";
import { runJob } from "#src/jobs/run-job.ts";
import { openMail } from "#src/mail/send.ts";
import { listDemoPeople } from "#src/people/list-demo.ts";
import { browserOf } from "#tests/support/browser.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { codeFor, lettersOfRelayTo, lettersTo } from "#tests/support/mailbox.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import { type SmtpSink, startSmtp } from "#tests/support/smtp.ts";

const publicUrl = "https://depositary.example";
let office: Office;
let first: Client;
let second: Client;

beforeAll(async () => {
  office = await openOffice({ demo: true });
  office.ctx.publicUrl = publicUrl;
  first = office.as("secretariat");
  second = office.as("secretariat", null, 1);
});
afterAll(() => office.close());

const names = { en: "Dana Example", kk: "Дана Мысал" };
let count = 0;
async function newPerson(language = "en") {
  const email = `person-${++count}@ministry.example`;
  const wanted = { email, names, language, roles: ["representative"], party: "KZ" };
  const answer = await seconded(office, await first.send("POST", "/people", wanted));
  expect(answer.status).toBe(201);
  return { id: ((await answer.json()) as { id: string }).id, email };
}
type Person = Awaited<ReturnType<typeof newPerson>>;

describe("with a mail server", () => {
  let smtp: SmtpSink;
  let mail: ReturnType<typeof openMail>;
  beforeAll(async () => {
    smtp = await startSmtp();
    mail = openMail({ smtpUrl: smtp.url, mailFrom: "depositary@hub.example", dataDir: "" });
  });
  beforeEach(() => {
    smtp.refuse(0);
    smtp.refuseAddress(null);
    smtp.received.length = 0;
  });
  afterAll(async () => {
    await mail.close();
    await smtp.close();
  });

  const sends = async () => work(office, { ...(await roomOf(office)), mail });
  const to = (email: string) =>
    smtp.received
      .filter(({ recipients }) => recipients.includes(email))
      .map(({ headers }) => headers.subject);
  type Jobs = { items: { id: string; agreement: null; person: string; failure: string }[] };
  const failed = async ({ id }: Person) =>
    (await first.get<Jobs>("/jobs?state=failed")).items.filter(({ person }) => person === id);

  test("a recovery whose old address bounces is whole: the new address is invited", async () => {
    const person = await newPerson();
    await sends();
    smtp.refuseAddress(person.email);
    const wanted = { email: `new-${person.email}`, reason: "The mailbox is gone." };
    const asked = await first.send("POST", `/people/${person.id}/recoveries`, wanted);
    const { id } = (await asked.json()) as { id: string };
    expect((await second.send("POST", `/recoveries/${id}/approvals`, {})).status).toBe(204);
    await sends();
    expect(to(wanted.email)).toEqual(["Your access to Depositary"]);
    expect(await failed(person)).toMatchObject([
      { agreement: null, failure: expect.stringContaining(person.email) },
    ]);
  });

  test("an invitation is on record while the mail server refuses, and arrives when it does not", async () => {
    smtp.refuse(1);
    const person = await newPerson();
    const row = await office.db
      .selectFrom("outbox")
      .select(["id", "effect", "run"])
      .where("person", "=", person.id)
      .executeTakeFirstOrThrow();
    const room = { ...(await roomOf(office)), mail };
    const job = { id: `${row.effect}-${row.id}-${row.run}`, last: false };
    await expect(runJob(room, job)).rejects.toThrow();
    expect(to(person.email)).toEqual([]);
    await runJob(room, job);
    // A job that comes again, as after a crash, finds the letter on record.
    await runJob(room, job);
    await office.db
      .updateTable("outbox")
      .set({ finished_at: null })
      .where("id", "=", row.id)
      .execute();
    await runJob(room, job);
    expect(to(person.email)).toEqual(["Your access to Depositary"]);
  });

  test("an invitation to an address that does not exist fails where the secretariat sees it", async () => {
    smtp.refuseAddress(`person-${count + 1}@ministry.example`);
    const person = await newPerson();
    await sends();
    const [job] = await failed(person);
    expect(job?.failure).toContain("refused for good");
    smtp.refuseAddress(null);
    const right = { email: `right-${person.email}` };
    const changed = await first.send("PATCH", `/people/${person.id}`, right);
    expect((await seconded(office, changed)).status).toBe(201);
    expect((await first.send("POST", `/jobs/${job?.id}/runs`)).status).toBe(202);
    await sends();
    expect(to(right.email)).toContain("Your access to Depositary");
  });

  test("who asks for a code learns nothing of a mail server that refuses", async () => {
    const { mailer } = office.ctx;
    if (!mailer) throw new Error("The office has no mail.");
    const { mail: kept } = mailer;
    mailer.mail = mail;
    try {
      const person = await newPerson();
      smtp.refuseAddress(person.email);
      const asked = await browserOf(office).send("POST", "/session/codes", { email: person.email });
      expect(asked.status).toBe(202);
    } finally {
      mailer.mail = kept;
    }
  });
});

test("who is suspended before a letter is sent does not get it", async () => {
  const person = await newPerson();
  await first.send("PATCH", `/people/${person.id}`, { state: "suspended" });
  expect(await lettersOfRelayTo(office, person.email)).toEqual([]);
});

async function signsIn(
  { email }: Person,
  agent = "Firefox/140.0 (Windows)",
  address = "192.0.2.1",
) {
  const browser = browserOf(office, agent);
  const from = { "CF-Connecting-IP": address };
  const before = (await lettersTo(office, email)).filter(({ text }) => /\d{4} \d{4}/.test(text));
  const asked = await browser.send("POST", "/session/codes", { email }, from);
  const { id } = (await asked.json()) as { id: string };
  const code = await codeFor(office, email, before.length);
  const answer = await browser.send("POST", "/session", { code: { id, code } }, from);
  expect(answer.status).toBe(201);
  return browser;
}

/** What a person is told of, with a link to the page of the account. */
async function told({ email }: Person): Promise<string[]> {
  const letters = await lettersOfRelayTo(office, email);
  return letters.filter(({ text }) => text.includes("/account")).map(({ subject }) => subject);
}

test("a person is told of each new key, by its name", async () => {
  const person = await newPerson();
  const desk = await signsIn(person);
  const key = { label: "Nightly reports", scopes: ["read"], days: 9 };
  expect((await desk.send("POST", "/keys", key)).status).toBe(201);
  const [letter] = await lettersOfRelayTo(office, person.email);
  expect(letter?.subject).toBe("An API key was created for your account");
  expect(letter?.text).toContain("Nightly reports");
  expect(letter?.text).toContain("http://localhost/account");
  await desk.send("POST", "/keys", { ...key, label: "Another" });
  expect(await told(person)).toHaveLength(2);
});

test("a person is told of another role or party, in their own language, as it is now", async () => {
  const person = await newPerson("kk");
  const archivist = { roles: ["archivist"], party: null };
  await seconded(office, await first.send("PATCH", `/people/${person.id}`, archivist));
  const [letter] = await lettersOfRelayTo(office, person.email);
  expect(letter?.language).toBe("kk");
  expect(letter?.subject).toBe("Depositary сервисіндегі рөліңіз өзгерді");
  expect(letter?.text).toContain("Мұрағатшы");
  const representative = { roles: ["representative"], party: "AE" };
  await seconded(office, await first.send("PATCH", `/people/${person.id}`, representative));
  const [next] = await lettersOfRelayTo(office, person.email);
  expect(next?.text).toContain("Өкіл");
  expect(next?.text).toContain("Біріккен Араб Әмірліктері");
  await first.send("PATCH", `/people/${person.id}`, { names: { en: "Dana Other" } });
  expect((await lettersOfRelayTo(office, person.email)).length).toBe(3);
});

test("a person is told of a sign-in from a new browser or network, and of no other", async () => {
  const person = await newPerson();
  await signsIn(person);
  expect(await told(person)).toEqual([]);
  // Another release of the browser, and another address of the same network.
  await signsIn(person, "Firefox/141.0 (Windows)", "192.0.2.77");
  expect(await told(person)).toEqual([]);
  await signsIn(person, "Chrome/140.0 (Linux)");
  await signsIn(person, "Firefox/140.0 (Windows)", "198.51.100.1");
  await signsIn(person, "Firefox/140.0 (Windows)", "2001:db8:1::1");
  await signsIn(person, "Firefox/140.0 (Windows)", "2001:db8:1:99::7");
  expect(await told(person)).toEqual(Array(3).fill("A new device has signed in to your account"));
  const letters = await lettersOfRelayTo(office, person.email);
  const linux = letters.find(({ text }) => text.includes("Chrome"));
  expect(linux?.text).toContain("Linux");
  expect(linux?.text).toContain("192.0.2.1");
});

test("demo people, whom anyone takes by name, are written nothing", async () => {
  const [person] = await listDemoPeople(office.db, office.ctx.demo?.people ?? []);
  const before = await office.db.selectFrom("outbox").select("id").execute();
  const browser = browserOf(office);
  const entered = await browser.send("POST", "/session", { demo: person?.id });
  expect([201, 400]).toContain(entered.status);
  expect(await office.db.selectFrom("outbox").select("id").execute()).toHaveLength(before.length);
});

test("below the application nobody but the secretariat sees such letters or has them go elsewhere", async () => {
  const person = await newPerson();
  const party = office.ctx.as(principalOf(office.as("representative", "KZ").person));
  const seen = await party
    .selectFrom("outbox")
    .select("id")
    .where("person", "=", person.id)
    .execute();
  expect(seen).toEqual([]);
  const elsewhere = { name: "invitation", to: "thief@evil.example" };
  const ordering = sql`INSERT INTO outbox (agreement, number, effect, person, letter, created_at)
    VALUES (NULL, 0, 'write-to-person', ${person.id}, ${JSON.stringify(elsewhere)}, now())`;
  await expect(ordering.execute(party)).rejects.toThrow(/row-level security/);
  await expect(
    party
      .selectFrom("known_devices" as never)
      .selectAll()
      .execute(),
  ).rejects.toThrow(/permission denied/);
});

test("the others of the secretariat are told what waits for a second person, and the one who proposed it is not", async () => {
  const wanted = { email: "waits@hub.example", names, language: "en", roles: ["archivist"] };
  const before = (await lettersOfRelayTo(office, first.person.email)).length;
  expect((await first.send("POST", "/people", wanted)).status).toBe(202);
  const letters = await lettersOfRelayTo(office, second.person.email);
  const letter = letters.find(({ text }) => text.includes("waits@hub.example"));
  expect(letter?.subject).toBe("Өзгеріс екінші қызметкерді күтуде");

  expect(letter?.text).toContain("/secretariat/people");
  expect(await lettersOfRelayTo(office, first.person.email)).toHaveLength(before);
  expect(await lettersOfRelayTo(office, "waits@hub.example")).toEqual([]);
});
