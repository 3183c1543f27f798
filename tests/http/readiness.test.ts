import { rename } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readConfig } from "#src/config/config.ts";
import type { Part } from "#src/context.ts";
import { openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { openReadiness } from "#src/health/readiness.ts";
import { createApp } from "#src/http/app.ts";
import { openMail } from "#src/mail/send.ts";
import { beat } from "#src/outbox/beat.ts";
import { servingUrl } from "#tests/support/logins.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { type SmtpSink, startSmtp } from "#tests/support/smtp.ts";

let office: Office;
let smtp: SmtpSink;
let clock = new Date("2027-03-01T08:00:00Z");
beforeAll(async () => {
  office = await openOffice();
  smtp = await startSmtp();
});
afterAll(async () => {
  await smtp.close();
  await office.close();
});
beforeEach(() => later(60));

const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const alive = (fault: string | null = null) =>
  beat(office.ctx.db, { part: "jobs", at: clock, fault });

type Body = { ready: boolean; state: string; parts: Part[] };

/** `/readyz` of a process with these settings, on the office's database and objects. */
function readyz(env: Record<string, string> = {}, databaseUrl = servingUrl(office.url)) {
  const config = readConfig({ DATA_DIR: office.folder, ...env });
  const pool = openPool(databaseUrl, { max: 1, connectMs: 2000 }, watchLimits);
  const mail = openMail(config);
  let asked = 0;
  const readiness = openReadiness({
    config,
    db: openPrincipals(pool, principalMacOf(servingUrl(office.url)))(service),
    objects: office.ctx.objects,
    mail: {
      check: () => {
        asked++;
        return mail.check();
      },
    },
    now: () => clock,
  });
  const app = createApp(() => ({ ...office.ctx, readiness }));
  return {
    asked: () => asked,
    ask: async () => {
      const answer = await app.request("/readyz");
      const text = await answer.text();
      const body = JSON.parse(text) as Body;
      return { answer, text, body, of: (name: string) => body.parts.find((p) => p.part === name) };
    },
    close: async () => {
      await mail.close();
      await pool.end();
    },
  };
}

test("every part is told with its state, a sentence and since when, and without addresses or secrets", async () => {
  await alive();
  const secret = new URL(smtp.url);
  Object.assign(secret, { username: "depositary", password: "hush-hush" });
  const { ask, close, asked } = readyz({ SMTP_URL: secret.href });
  const { answer, body, text } = await ask();
  expect(answer.status).toBe(200);
  expect(body.ready).toBe(true);
  expect(body.parts.map(({ part }) => part)).toEqual([
    "database",
    "queue",
    "mail",
    "store",
    "disk",
  ]);
  for (const { state, detail, since } of body.parts.filter(({ part }) => part !== "disk")) {
    expect(state).toBe("ready");
    expect(detail).toMatch(/^[A-Z].*\.$/);
    expect(since).toBe(clock.toISOString());
  }
  for (const hidden of ["hush-hush", secret.port, "127.0.0.1", office.folder]) {
    expect(text).not.toContain(hidden);
  }
  await Promise.all(Array.from({ length: 40 }, ask));
  expect(asked()).toBe(1);
  later(6);
  await Promise.all(Array.from({ length: 40 }, ask));
  expect(asked()).toBe(2);
  await close();
});

test("mail that is away is degraded, since it was first seen, and ready again when it is back", async () => {
  await alive();
  const other = await startSmtp();
  const { port } = new URL(other.url);
  const { ask, close } = readyz({ SMTP_URL: other.url });
  expect((await ask()).of("mail")?.state).toBe("ready");
  await other.close();
  later(10);
  const began = clock.toISOString();
  expect((await ask()).of("mail")).toMatchObject({ state: "degraded", since: began });
  later(10);
  const { answer, body, of, text } = await ask();
  expect([answer.status, body.ready, body.state]).toEqual([200, true, "degraded"]);
  expect(of("mail")).toEqual({
    part: "mail",
    state: "degraded",
    detail: "Letters cannot be sent: they wait, and are sent when they can be.",
    since: began,
  });
  expect(text).not.toContain(port);
  await close();
});

test("a runner that is silent, a queue that is away and jobs that failed for good are degraded", async () => {
  const { ask, close } = readyz();
  await alive();
  later(61);
  expect((await ask()).of("queue")).toMatchObject({
    state: "degraded",
    detail: expect.stringContaining("No job runner has reported since"),
  });
  later(10);
  await alive("The queue does not answer: letters and seals wait until it does.");
  expect((await ask()).of("queue")?.detail).toContain("The queue does not answer");
  await circulate(office, await draft(office));
  const done = { sent_at: clock, failing_since: null, failed_at: clock, failure: "x" };
  await office.db.updateTable("outbox").set(done).execute();
  later(10);
  await alive();
  expect((await ask()).of("queue")?.detail).toMatch(/^1 jobs have failed for good/);
  await office.as("secretariat").send("POST", "/jobs/runs", { effect: null });
  await office.db.updateTable("outbox").set({ sent_at: clock, failing_since: clock }).execute();
  later(601);
  await alive();
  expect((await ask()).of("queue")?.detail).toMatch(/^1 jobs fail and are tried again/);
  await office.db.updateTable("outbox").set({ finished_at: clock, failing_since: null }).execute();
  later(10);
  expect((await ask()).of("queue")?.state).toBe("ready");
  await close();
});

test("objects that cannot be stored, and a timestamp authority that is away, are told; requests go on", async () => {
  await alive();
  const nobody = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => nobody.once("listening", resolve));
  const address = nobody.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const env = { TIMESTAMP_URL: `http://127.0.0.1:${port}/`, TIMESTAMP_TRUST_FILE: "clock.pem" };
  const { ask, close } = readyz(env);
  expect((await ask()).of("timestamps")?.state).toBe("ready");
  await new Promise((resolve) => nobody.close(resolve));
  const objects = join(office.folder, "objects");
  await rename(objects, `${objects}-away`);
  later(61);
  await alive();
  const { answer, body, of } = await ask();
  expect([answer.status, body.ready, body.state]).toEqual([200, true, "degraded"]);
  expect([of("store")?.state, of("timestamps")?.state]).toEqual(["failed", "degraded"]);
  await rename(`${objects}-away`, objects);
  later(10);
  expect((await ask()).of("store")?.state).toBe("ready");
  await close();
});

test("a database that is away is 503 with Retry-After, while the process lives", async () => {
  const { ask, close } = readyz({}, "postgres://nobody:hush-hush@127.0.0.1:1/nowhere");
  const { answer, body, of, text } = await ask();
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(body).toMatchObject({ type: "urn:depositary:problem:unavailable", status: 503 });
  expect([body.ready, body.state, of("database")?.state]).toEqual([false, "failed", "failed"]);
  expect(text).not.toContain("hush-hush");
  expect((await office.app.request("/healthz")).status).toBe(200);
  await close();
});
