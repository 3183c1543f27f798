import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { readConfig } from "#src/config/config.ts";
import { templatesFolder } from "#src/foundation.ts";
import { migrateQueue } from "#src/jobs/queue.ts";
import { type JobRunner, startJobs } from "#src/jobs/runner.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { queueUrl } from "#tests/support/logins.ts";
import { noWatch } from "#tests/support/no-watch.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { freshRedis } from "#tests/support/redis.ts";
import { circulate, draft, openForSigning, told } from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import { type SmtpSink, startSmtp } from "#tests/support/smtp.ts";
import { until } from "#tests/support/until.ts";

let office: Office;
let smtp: SmtpSink;
let runner: JobRunner | null = null;

beforeEach(async () => {
  office = await openOffice();
  smtp = await startSmtp();
});
afterEach(async () => {
  await runner?.close();
  runner = null;
  await smtp.close();
  await office.close();
});

async function start(redisUrl?: string): Promise<void> {
  const files = await readFolder(templatesFolder);
  const letters = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path.replace(/^letters\//, ""), content]),
  );
  const config = readConfig({
    SMTP_URL: smtp.url,
    DATA_DIR: office.folder,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const { seal, log, url } = office;
  await migrateQueue(url);
  const foundation = {
    db: office.ctx.db,
    as: office.ctx.as,
    seal,
    log,
    timestamping: office.timestamping,
    letters,
    queueUrl: queueUrl(url),
    objects: office.ctx.objects,
    watching: noWatch,
    demonstration: null,
    close: async () => {},
  };
  runner = await startJobs(config, foundation, office.ctx, {
    publicUrl: "https://depositary.example",
    overdueAfter: 400,
    queue: { backoffMs: 20, lockMs: 2000, stalledMs: 500 },
  });
}

/**
 * Circulates another agreement and waits until its letters have come and no letter waits. Whatever an earlier act still
 * causes has come before them.
 */
async function marker(): Promise<void> {
  const id = await draft(office, { parties: [{ code: "KR" }, { code: "EE" }] });
  await circulate(office, id);
  const about = () => smtp.received.filter(({ text }) => text.includes(`/agreements/${id}`));
  await until(() => about().length === 2);
  await until(async () => {
    const waiting = await office.db
      .selectFrom("outbox")
      .select("id")
      .where("finished_at", "is", null)
      .execute();
    return waiting.length === 0;
  });
}

/** Another representative of the person's party, who reads English. */
async function colleagueOf(person: string): Promise<{ id: string; email: string }> {
  const { party } = await office.db
    .selectFrom("people")
    .select("party")
    .where("id", "=", person)
    .executeTakeFirstOrThrow();
  const id = crypto.randomUUID();
  const email = `${id}@kz.example`;
  const account = { id, email, names: '{"en":"Deputy Example"}', titles: "{}", language: "en" };
  await office.db
    .insertInto("people")
    .values({ ...account, roles: ["representative"], party, created_at: new Date() })
    .execute();
  return { id, email };
}

const letterTo = (address: string) =>
  smtp.received.filter(({ recipients }) => recipients.includes(address));

describe.each(["PostgreSQL", "Redis"])("with the queue on %s", (backend) => {
  const redis = async () => (backend === "Redis" ? freshRedis() : null);

  test("each representative is asked to review, once, in their own language", async () => {
    await start((await redis())?.url);
    const id = await draft(office, { title: { en: "Memorandum <b>&" } });
    await circulate(office, id);
    await until(() => smtp.received.length === 2);
    const kazakh = letterTo("yerlan.abdrakhmanov@kz.example")[0];
    const arabic = letterTo("mariam.alhashimi@ae.example")[0];
    expect(kazakh?.headers["content-language"]).toBe("kk");
    expect(kazakh?.text).toMatch(/[әғқңөұүһі]/);
    expect(arabic?.html).toContain('dir="rtl"');
    expect(arabic?.text).toMatch(/[\u0600-\u06ff]/);
    expect(kazakh?.html).not.toContain("<b>&");
    for (const letter of [kazakh, arabic]) {
      expect(letter?.text).toContain(`https://depositary.example/agreements/${id}`);
    }
    await marker();
    const own = smtp.received.filter(({ text }) => text.includes(`/agreements/${id}`));
    expect(own).toHaveLength(2);
  });

  test("its party and the office learn that a signatory has left, and only the next one is asked to sign", async () => {
    const id = await draft(office);
    const officer = office.as("legal-officer");
    const { person } = office.as("representative", "KZ");
    const next = await colleagueOf(person.id);
    const toSign = (address: string) =>
      letterTo(address).filter(({ text }) => text.includes(`/agreements/${id}/sign`)).length;
    const other = "mariam.alhashimi@ae.example";
    await start((await redis())?.url);
    await openForSigning(office, id);
    // Three each: to review, that the text was adopted, and to sign.
    await until(() => letterTo(person.email).length + letterTo(other).length === 6);
    await office.as("secretariat").send("PATCH", `/people/${person.id}`, { state: "suspended" });
    const leaving = (address: string) =>
      letterTo(address).filter(({ text }) => text.includes("no longer")).length;
    await until(() => leaving(next.email) === 1 && leaving(officer.person.email) === 1);
    await officer.act(id, "designations", { party: "KZ", signatory: next.id });
    await until(() => toSign(next.email) === 1);
    expect([letterTo(person.email).length, toSign(other)]).toEqual([3, 1]);
  });

  test("a letter that the mail server refuses for a while arrives, and its failure is seen", async () => {
    smtp.refuse(2);
    await start((await redis())?.url);
    await circulate(office, await draft(office));
    await until(async () => {
      const row = await office.db.selectFrom("outbox").select("failure").executeTakeFirst();
      return row?.failure != null || smtp.received.length > 0;
    });
    await until(async () => {
      const row = await office.db.selectFrom("outbox").select("finished_at").executeTakeFirst();
      return row?.finished_at != null;
    });
    const ids = smtp.received.map(({ headers }) => headers["message-id"]);
    expect(new Set(ids).size).toBe(2);
  });

  test("when the queue has lost everything the letters are still sent, under the same Message-ID", async () => {
    const server = await redis();
    await circulate(office, await draft(office));
    // Handed over, and then gone from the queue: as after FLUSHALL.
    await office.db
      .updateTable("outbox")
      .set({ sent_at: new Date(Date.now() - 10_000) })
      .execute();
    await start(server?.url);
    await until(() => smtp.received.length >= 2);
    const ids = smtp.received.map(({ headers }) => headers["message-id"]);
    expect(new Set(ids).size).toBe(2);
  });
});

test("the drafters read who asks for changes and why", async () => {
  await start();
  const id = await draft(office);
  await circulate(office, id);
  await requestChanges(office.ctx, await told(office, id, office.as("representative", "AE")), {
    reason: "Please review the work plan every year.",
  });
  await until(() => letterTo("aigerim.nurlanova@hub.example").length === 1);
  const letter = letterTo("aigerim.nurlanova@hub.example")[0];
  expect(letter?.text).toContain("Please review the work plan every year.");
  expect(letter?.text).toContain("the United Arab Emirates");
});

test("who was suspended after a letter was queued does not receive it, and the others do", async () => {
  await circulate(office, await draft(office));
  const { email, id } = office.as("representative", "AE").person;
  const secretary = office.as("secretariat");
  const suspended = await secretary.send("PATCH", `/people/${id}`, { state: "suspended" });
  expect(suspended.status).toBe(204);
  await start();
  const other = office.as("representative", "KZ").person.email;
  await until(() => letterTo(other).length === 1);
  await marker();
  expect(letterTo(email)).toEqual([]);
});

test("who has another address since a letter was queued receives it there", async () => {
  await circulate(office, await draft(office));
  const { email, id } = office.as("representative", "AE").person;
  const moved = { email: "moved@ae.example" };
  const secretary = office.as("secretariat");
  const changed = await seconded(office, await secretary.send("PATCH", `/people/${id}`, moved));
  expect(changed.status).toBe(201);
  await start();
  // Both addresses also learn of the change itself, in a letter that is about no agreement.
  const ofAgreement = (address: string) =>
    letterTo(address).filter(({ text }) => text.includes("/agreements/"));
  await until(() => ofAgreement(moved.email).length === 1);
  expect(ofAgreement(email)).toEqual([]);
});

test("no one outside the agreement receives a letter", async () => {
  await start();
  await circulate(office, await draft(office));
  await until(() => smtp.received.length === 2);
  await marker();
  expect(letterTo("james.carter@us.example")).toEqual([]);
  expect(letterTo("elena.petrova@hub.example")).toEqual([]);
});

test("a job that cannot succeed is shown to the secretariat, who can run it again", async () => {
  const id = await draft(office);
  await circulate(office, id);
  await office.db
    .insertInto("text_bodies")
    .values({ digest: "f".repeat(64), markdown: "" })
    .execute();
  await office.db
    .insertInto("outbox")
    .values({ agreement: id, number: 1, effect: "seal-instrument", created_at: new Date() })
    .execute();
  await start();
  const secretariat = office.as("secretariat");
  const failed = async () =>
    (await secretariat.get<{ items: { id: string; failure: string }[] }>("/jobs?state=failed"))
      .items;
  await until(async () => (await failed()).length === 1);
  const [job] = await failed();
  expect(job?.failure).toContain("wrong-stage");
  const again = await secretariat.send("POST", `/jobs/${job?.id}/runs`);
  expect([again.status, await again.json()]).toEqual([202, { id: job?.id, run: 2 }]);
  await until(async () => (await failed()).length === 1);
  const representative = office.as("representative", "KZ");
  expect((await representative.send("GET", "/jobs")).status).toBe(403);
});
