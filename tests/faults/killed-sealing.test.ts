import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { sealingService } from "#src/people/person.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { inTurns } from "#tests/support/length.ts";
import { settingsFor } from "#tests/support/logins.ts";
import { countObjects } from "#tests/support/objects.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startProcess } from "#tests/support/processes.ts";
import { freshRedis } from "#tests/support/redis.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";
import { until } from "#tests/support/until.ts";

const runner = join(import.meta.dirname, "halting-jobs.ts");

/** Every step of typesetting and sealing after which the process is killed. */
const typesetting = ["original-typeset", "original-stored", "original-reported"];
const sealing = [
  "seal-begun",
  "original-fetched",
  "sealed",
  "seal-stored",
  "seal-reported",
  "annex-sealed",
  "annex-stored",
];

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const steps = [...typesetting, ...sealing];

/** Each backend gets every fourth step in the short run, not the same ones, and all of them in the long one. */
function killedAt(backend: 0 | 1): string[] {
  return inTurns(inTurns(steps, 0), backend);
}

describe.each([
  ["PostgreSQL", killedAt(0)],
  ["Redis", killedAt(1)],
] as const)("with the queue on %s", (backend, steps) => {
  test.each(steps)(
    "the job process killed at %s leaves one original and one sealed PDF",
    async (step) => {
      const env = {
        ...settingsFor(office.url),
        DATA_DIR: office.folder,
        ...(backend === "Redis" && { REDIS_URL: (await freshRedis()).url }),
      };
      const id = await draft(office, { languages: ["en"] });
      await bringToOriginal(office, id);
      if (sealing.includes(step)) {
        await work(office, await roomOf(office));
        await openAndSign(office, id);
      }
      const doomed = startProcess(runner, [], { ...env, HALT_AT: step });
      await doomed.waitFor(new RegExp(`halted at ${step}`));
      await doomed.kill("SIGKILL");

      const next = startProcess(runner, [], env);
      if (typesetting.includes(step)) {
        await reaches(id, "sign.authenticated", true);
        await openAndSign(office, id);
      }
      await reaches(id, "publish");
      await finished(id);
      await next.kill();
      await expectOneSeal(id);
    },
  );
});

async function reaches(id: string, stage: string, typeset = false): Promise<void> {
  await until(async () => {
    const row = await findAgreement(office.db, id, sealingService);
    if (row.stage_name !== stage) return false;
    return !typeset || (await count("originals", id)) === 1;
  });
}

async function finished(id: string): Promise<void> {
  await until(async () => {
    const open = await office.db
      .selectFrom("outbox")
      .select("id")
      .where("agreement", "=", id)
      .where("effect", "in", ["seal-instrument", "seal-evidence", "typeset-originals"])
      .where("finished_at", "is", null)
      .execute();
    return open.length === 0;
  });
}

async function count(table: "originals" | "seals" | "annexes", agreement: string) {
  const rows = await office.db
    .selectFrom(table)
    .select("digest")
    .where("agreement", "=", agreement)
    .execute();
  return rows.length;
}

async function expectOneSeal(id: string): Promise<void> {
  expect([
    await count("originals", id),
    await count("seals", id),
    await count("annexes", id),
  ]).toEqual([1, 1, 1]);
  const { digest, original_digest } = await office.db
    .selectFrom("seals")
    .selectAll()
    .where("agreement", "=", id)
    .executeTakeFirstOrThrow();
  const sealed = await office.ctx.objects.get(digest);
  const original = await office.ctx.objects.get(original_digest);
  if (!sealed || !original) throw new Error("The store has lost a file.");
  expect(sealed.subarray(0, original.length)).toEqual(original);
  const { verdict } = await verifyPdf(sealed, { trust: office.seal.trust });
  expect(verdict).toBe("VALID");
  const reports = await office.db
    .selectFrom("evidence")
    .select("seq")
    .where("agreement", "=", id)
    .where("act", "=", "report-sealed")
    .execute();
  expect(reports).toHaveLength(1);
}

test("the store holds one sealed file for each agreement, whatever was killed", async () => {
  const { sealed, originals, annexes } = await countObjects(office);
  const agreements = killedAt(0).length + killedAt(1).length;
  expect({ sealed, originals, annexes }).toEqual({
    sealed: agreements,
    originals: agreements,
    annexes: agreements,
  });
});
