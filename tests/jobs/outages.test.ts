import { rename } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { readConfig } from "#src/config/config.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { migrateQueue, retryWait } from "#src/jobs/queue.ts";
import { isLastAttempt, runJob } from "#src/jobs/run-job.ts";
import { startJobs } from "#src/jobs/runner.ts";
import { openMail } from "#src/mail/send.ts";
import type { Observe } from "#src/observe/observe.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { openLines } from "#tests/support/lines.ts";
import { queueUrl } from "#tests/support/logins.ts";
import { noWatch } from "#tests/support/no-watch.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { startProxy } from "#tests/support/proxy.ts";
import { bringToOriginal, circulate, draft, openAndSign } from "#tests/support/scenario.ts";
import { type SmtpSink, startSmtp } from "#tests/support/smtp.ts";
import { openTrustFiles } from "#tests/support/trust-files.ts";

let office: Office;
let trustFiles: Awaited<ReturnType<typeof openTrustFiles>>;
beforeAll(async () => {
  trustFiles = await openTrustFiles([]);
  office = await openOffice(trustFiles.office);
});
afterAll(async () => {
  await office.close();
  await trustFiles.close();
});

/** More attempts than there were before a job was given up for good. */
const beyond = 30;

type Row = { id: string; run: number; effect: string };

async function newest(effect: string): Promise<Row> {
  return office.db
    .selectFrom("outbox")
    .select(["id", "run", "effect"])
    .where("effect", "=", effect)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
}

/** Attempts as the queue makes them, without its waits; how many of them failed and are to be tried again. */
async function attempt(
  context: JobContext,
  { id, run, effect }: Row,
  times: number,
): Promise<number> {
  let again = 0;
  for (let n = 1; n <= times; n++) {
    const last = isLastAttempt({ name: effect, attempt: n });
    await runJob(context, { id: `${effect}-${id}-${run}`, last }).catch(() => again++);
  }
  return again;
}

const jobOf = (id: string) =>
  office
    .as("secretariat")
    .get<{ state: string; failingSince: string | null; failure: string | null }>(`/jobs/${id}`);

async function signed(): Promise<{ context: JobContext; id: string }> {
  const context = await roomOf(office);
  const id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, context);
  await openAndSign(office, id);
  return { context, id };
}

const stageOf = async (id: string) =>
  (await office.as("legal-officer").get<{ stage: string }>(`/agreements/${id}`)).stage;

test("letters are tried for three days at least, seals without end, and never less than once in an hour", () => {
  const waits = Array.from({ length: 159 }, (_, n) => retryWait(n + 1));
  const hours = (milliseconds: number) => milliseconds / 3_600_000;
  expect(hours(waits.reduce((sum, { least }) => sum + least, 0))).toBeGreaterThanOrEqual(72);
  expect(Math.max(...waits.map(({ most }) => hours(most)))).toBe(1);
  expect(isLastAttempt({ name: "request-review", attempt: 159 })).toBe(false);
  expect(isLastAttempt({ name: "request-review", attempt: 160 })).toBe(true);
  for (const name of ["seal-instrument", "seal-evidence", "typeset-originals"]) {
    expect(isLastAttempt({ name, attempt: 999_999 })).toBe(false);
  }
});

test("a timestamp authority that was away costs nothing: the seal is there once it is back", async () => {
  const { context, id } = await signed();
  const seal = await newest("seal-instrument");
  trustFiles.server.behave("failing");
  expect(await attempt(context, seal, beyond)).toBe(beyond);
  const waiting = await jobOf(seal.id);
  expect([waiting.state, await stageOf(id)]).toEqual(["waiting", "sign.sealing"]);
  expect(waiting.failure).toContain("timestamp authority");
  expect(Date.parse(waiting.failingSince ?? "")).toBeLessThanOrEqual(Date.now());
  trustFiles.server.behave("honest");
  await work(office, context);
  expect(await stageOf(id)).toBe("publish");
  expect(await jobOf(seal.id)).toMatchObject({ state: "finished", failingSince: null });
  const seals = await office.db
    .selectFrom("seals")
    .select("digest")
    .where("agreement", "=", id)
    .execute();
  expect(seals).toHaveLength(1);
});

test("a store that was away costs nothing, and no other is made in its place", async () => {
  const objects = join(office.folder, "objects");
  const { context, id } = await signed();
  const seal = await newest("seal-instrument");
  const other = await draft(office);
  await bringToOriginal(office, other);
  const typeset = await newest("typeset-originals");
  await rename(objects, `${objects}-away`);
  expect(await attempt(context, seal, beyond)).toBe(beyond);
  expect(await attempt(context, typeset, beyond)).toBe(beyond);
  // The rename fails if the service has made the folder again.
  await rename(`${objects}-away`, objects);
  await work(office, context);
  expect(await stageOf(id)).toBe("publish");
  expect(await stageOf(other)).toBe("sign.authenticated");
  expect((await jobOf(typeset.id)).state).toBe("finished");
});

test("a seal is tried until the secretariat stops it, and all that were stopped are ordered again", async () => {
  const { context, id } = await signed();
  const seal = await newest("seal-instrument");
  trustFiles.server.behave("failing");
  onTestFinished(() => trustFiles.server.behave("honest"));
  await attempt(context, seal, 3);
  const secretariat = office.as("secretariat");
  const told = await secretariat.send("POST", `/jobs/${seal.id}/stops`);
  expect([told.status, await told.json()]).toEqual([202, { id: seal.id, run: 2 }]);
  await work(office, context);
  expect(await stageOf(id)).toBe("sign.sealFailed");
  expect((await jobOf(seal.id)).failure).toMatch(/^The secretariat has stopped this job\./);
  const again = await secretariat.send("POST", `/jobs/${seal.id}/stops`);
  expect([again.status, codeOf(await again.json())]).toEqual([409, "job-has-ended"]);
  trustFiles.server.behave("honest");
  const others = await secretariat.send("POST", "/jobs/runs", { effect: "request-review" });
  expect(await others.json()).toEqual({ count: 0 });
  const headers = { "Idempotency-Key": "all-seals" };
  for (const _ of ["once", "again"]) {
    const ordered = await secretariat.send("POST", "/jobs/runs", { effect: null }, headers);
    expect([ordered.status, await ordered.json()]).toEqual([202, { count: 1 }]);
  }
  expect(await stageOf(id)).toBe("sign.sealing");
  await work(office, context);
  expect(await stageOf(id)).toBe("publish");
});

async function startWithMail(smtpUrl: string, observe: Observe): Promise<void> {
  const config = readConfig({ SMTP_URL: smtpUrl, DATA_DIR: office.folder });
  const { letters } = await roomOf(office);
  const { seal, log, timestamping, url } = office;
  await migrateQueue(url);
  const parts = { ...office.ctx, seal, log, timestamping, letters, queueUrl: queueUrl(url) };
  const runner = await startJobs(
    config,
    { ...parts, watching: noWatch, demonstration: null, close: async () => {} },
    { ...office.ctx, ...observe },
    { publicUrl: "https://depositary.example", queue: { backoffMs: 2, maxBackoffMs: 20 } },
  );
  onTestFinished(() => runner.close());
}

test("a night without mail costs nothing: each letter goes out once when the server is back", async () => {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  const proxy = await startProxy(smtp.url);
  onTestFinished(() => proxy.close());
  proxy.cut();
  const lines = openLines();
  await startWithMail(proxy.url, lines.observe);
  await circulate(office, await draft(office));
  const { id } = await newest("request-review");
  await expect
    .poll(() => lines.of("job-retried").length, { timeout: 30_000 })
    .toBeGreaterThan(beyond);
  expect(await jobOf(id)).toMatchObject({ state: "running", failingSince: expect.any(String) });
  proxy.mend();
  await expect.poll(async () => (await jobOf(id)).state, { timeout: 30_000 }).toBe("finished");
  const ids = smtp.received.map(({ headers }) => headers["message-id"]);
  expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  // However often it was tried: one line when mail went away, and one when it was back.
  const outage = lines.all.filter(({ event }) => event.startsWith("outage-"));
  expect(outage.map(({ event, part }) => [event, part])).toEqual([
    ["outage-began", "mail"],
    ["outage-over", "mail"],
  ]);
  expect(lines.of("job-retried")[0]).toMatchObject({ effect: "request-review", try: 1 });
  expect(lines.text()).not.toMatch(/@\w+\.example/);
});

test("an address that is refused for good keeps nobody's letter back, and is tried again when it is told to", async () => {
  const smtp: SmtpSink = await startSmtp();
  onTestFinished(() => smtp.close());
  const mail = openMail({ smtpUrl: smtp.url, mailFrom: "d@localhost", dataDir: office.folder });
  onTestFinished(() => mail.close());
  const context = { ...(await roomOf(office)), mail };
  smtp.refuseAddress("mariam.alhashimi@ae.example");
  await circulate(office, await draft(office));
  const first = await newest("request-review");
  await attempt(context, first, 1);
  const refused = await jobOf(first.id);
  expect(refused.state).toBe("failed");
  expect(refused.failure).toContain("mariam.alhashimi@ae.example");
  expect(smtp.received.flatMap(({ recipients }) => recipients)).toEqual([
    "yerlan.abdrakhmanov@kz.example",
  ]);

  smtp.refuseAddress(null);
  const secretariat = office.as("secretariat");
  const again = await secretariat.send("POST", "/jobs/runs", { effect: "request-review" });
  expect([again.status, await again.json()]).toEqual([202, { count: 1 }]);
  await work(office, context);
  expect((await jobOf(first.id)).state).toBe("finished");
  expect(smtp.received.flatMap(({ recipients }) => recipients)).toEqual([
    "yerlan.abdrakhmanov@kz.example",
    "mariam.alhashimi@ae.example",
  ]);
  const none = await secretariat.send("POST", "/jobs/runs", { effect: null });
  expect(await none.json()).toEqual({ count: 0 });
});
