import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { service } from "#src/db/principal.ts";
import { readAnnex } from "#src/evidence/read-annex.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { clockApart, clockFault } from "#src/health/clock-apart.ts";
import { openReadiness } from "#src/health/readiness.ts";
import { openWatch } from "#src/health/watch.ts";
import { createApp } from "#src/http/app.ts";
import { sealingService } from "#src/people/person.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { trials } from "#tests/support/length.ts";
import { settingsFor } from "#tests/support/logins.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { startProcess } from "#tests/support/processes.ts";
import { bringToOriginal, circulate, draft, openAndSign } from "#tests/support/scenario.ts";

const root = join(import.meta.dirname, "../..");
let office: Office;
let pool: ReturnType<typeof openPool>;
const said: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  pool = openPool(office.url, { max: 1 }, watchLimits);
});
afterAll(async () => {
  await pool.end();
  await office.close();
});

const shifted = (ms: number) => new Date(Date.now() + ms);

/** Two processes take the acts in turns; their clocks are so many milliseconds ahead. */
async function inTurns<T>(clocks: [number, number], acts: () => Promise<T>): Promise<T> {
  const { now, committed } = office.ctx;
  let turn = 0;
  office.ctx.now = () => shifted(clocks[turn % 2] ?? 0);
  office.ctx.committed = () => {
    turn++;
  };
  try {
    return await acts();
  } finally {
    Object.assign(office.ctx, { now, committed });
  }
}

test.each(
  trials({ short: 1, long: 10 }) === 1
    ? [
        [1500, 0],
        [0, 1500],
      ]
    : Array.from({ length: 20 }, (_, n) => (n % 2 ? [0, 1500] : [1500, -400])),
)(
  "two processes with clocks %i and %i ms ahead take acts in turns: time goes on, and the annex has every signature",
  async (one, other) => {
    const id = await inTurns([one ?? 0, other ?? 0], async () => {
      const id = await draft(office);
      const room = await roomOf(office);
      await bringToOriginal(office, id);
      await work(office, room);
      await openAndSign(office, id);
      await work(office, room);
      return id;
    });
    const entries = await office.db
      .selectFrom("evidence")
      .select(["seq", "at", "act", "party"])
      .where("agreement", "=", id)
      .orderBy("seq")
      .execute();
    const times = entries.map(({ at }) => at.getTime());
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    const agreement = await findAgreement(office.db, id, sealingService);
    expect(agreement.updated_at).toEqual(entries.at(-1)?.at);
    const order = await office.db
      .selectFrom("outbox")
      .select(["created_at", "number"])
      .where("agreement", "=", id)
      .where("effect", "=", "seal-evidence")
      .executeTakeFirstOrThrow();
    const until = { number: order.number, until: order.created_at };
    const annex = await readAnnex(office.db, agreement, until);
    const signed = entries.filter(({ act }) => act === "sign");
    expect(annex.signatures.map(({ at }) => at)).toEqual(signed.map(({ at }) => at.toISOString()));
    expect(annex.events.map(({ seq }) => seq)).toEqual(
      entries.filter(({ at }) => at <= order.created_at).map(({ seq }) => seq),
    );
    await fill(office);
    const found = verifyExport(await exportOf(office, id), { key: vkeyOf(office.log) });
    expect(found.verdict).toBe("HOLDS");
  },
);

test("a slow answer never counts against a clock, and 2 s are allowed", () => {
  const at = (ms: number) => new Date(1_800_000_000_000 + ms);
  expect(clockApart({ sent: at(0), received: at(9000) }, at(4000))).toBe(0);
  expect(clockApart({ sent: at(5000), received: at(5010) }, at(2000))).toBe(3000);
  expect(clockApart({ sent: at(0), received: at(10) }, at(3010))).toBe(-3000);
  expect(clockFault(2000)).toBeNull();
  expect(clockFault(-2001)).toContain("2.0 s behind the database's");
  expect(clockFault(5000)).toContain("5.0 s ahead of the database's");
});

test.each([5000, -5000])(
  "a process whose clock is %i ms off writes nothing until it agrees, and reading goes on",
  async (off) => {
    let ms = off;
    said.length = 0;
    const db = openPrincipals(pool)(service);
    const watch = openWatch({
      db,
      log: office.log,
      now: () => shifted(ms),
      say: (line) => said.push(line),
    });
    const config = { dataDir: office.folder, objectsUrl: null, timestamps: null, smtpUrl: null };
    const mail = { check: async () => {} };
    const { objects } = office.ctx;
    const app = createApp(() => ({
      ...office.ctx,
      now: () => shifted(ms),
      halted: watch.halted,
      readiness: openReadiness({
        config,
        db,
        objects,
        mail,
        watching: watch,
        now: () => shifted(ms),
      }),
    }));
    const { cookie } = office.as("legal-officer");
    const ask = (method: string, path: string, language = "en") =>
      app.request(path, { method, headers: { Cookie: cookie, "Accept-Language": language } });
    await watch.look();
    await watch.look();
    const side = off > 0 ? "ahead of" : "behind";
    const line = expect.stringMatching(
      new RegExp(
        `^The clock of this process is [45]\\.\\d s ${side} the database's: it writes nothing`,
      ),
    );
    expect(said).toEqual([line]);
    for (const language of ["en", "ru", "ar", "kk", "fr"]) {
      const refused = await ask("POST", "/api/v1/agreements", language);
      const problem = (await refused.json()) as { type: string; detail: string };
      const { detail } = problem;
      expect([refused.status, refused.headers.get("retry-after"), codeOf(problem)]).toEqual([
        503,
        "5",
        "clocks-differ",
      ]);
      expect([refused.headers.get("content-language"), detail.length > 60]).toEqual([
        language,
        true,
      ]);
    }
    expect((await ask("POST", "/api/v1/session/codes")).status).toBe(503);
    expect((await ask("GET", "/api/v1/session/sign-on/callback")).status).toBe(503);
    expect((await ask("GET", "/api/v1/agreements")).status).toBe(200);
    const ready = await ask("GET", "/readyz");
    const { parts } = (await ready.json()) as { parts: unknown[] };
    expect(parts).toContainEqual(
      expect.objectContaining({ part: "clock", state: "failed", detail: line }),
    );
    ms = off * 0.3;
    await watch.look();
    expect(watch.halted()).toBeNull();
    expect(said.at(-1)).toBe("The clock of this process agrees with the database's again.");
    expect((await ask("POST", "/api/v1/agreements")).status).not.toBe(503);
  },
);

test.each(trials({ short: 1, long: 2 }) === 1 ? [-5000] : [-5000, 5000])(
  "a service that starts with its clock %i ms off does no job, and begins by itself when the clocks agree",
  async (off) => {
    // A service of its own closes the demonstration, so each case has its own office.
    const own = await openOffice();
    onTestFinished(() => own.close());
    const clock = join(own.folder, "clock");
    writeFileSync(clock, String(off));
    const id = await draft(own);
    await circulate(own, id);
    const process = startProcess(join(root, "src/cli.ts"), ["start"], {
      ...settingsFor(own.url),
      DATA_DIR: own.folder,
      DEMONSTRATION_SEAL: "allowed",
      PORT: "0",
      CLOCK_FILE: clock,
      NODE_OPTIONS: `--import ${join(root, "tests/support/shifted-clock.ts")}`,
    });
    const [, url = ""] = await process.waitFor(/Depositary is ready: (http:\S+)/, 60);
    expect(process.output()).toMatch(/The clock of this process is \d\.\d s (behind|ahead)/);
    const post = async () =>
      (await fetch(`${url}/api/v1/session/codes`, { method: "POST" })).status;
    expect(await post()).toBe(503);
    const open = () =>
      own.db
        .selectFrom("outbox")
        .select("id")
        .where("agreement", "=", id)
        .where("finished_at", "is", null)
        .execute();
    expect(await open()).not.toEqual([]);
    expect(await (await fetch(`${url}/readyz`)).text()).toContain(
      '"part":"clock","state":"failed"',
    );
    // Within what is allowed, this process and this one's office act side by side.
    writeFileSync(clock, String(off * 0.3));
    await expect.poll(post, { timeout: 30_000 }).not.toBe(503);
    await expect.poll(open, { timeout: 60_000 }).toEqual([]);
    await process.kill("SIGTERM");
  },
);
