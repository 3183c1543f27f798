import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { exportOfAll } from "#tests/support/evidence.ts";
import { trials } from "#tests/support/length.ts";
import { settingsFor } from "#tests/support/logins.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startProcess } from "#tests/support/processes.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { until } from "#tests/support/until.ts";

const runner = join(import.meta.dirname, "halting-jobs.ts");
const steps = ["leaves-written", "leaves-committed", "checkpoint-signed", "checkpoint-written"];

let office: Office;
let earlier: string | null = null;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test.each(steps)(
  "a sequencer killed at %s loses no entry, doubles none and signs no second root",
  async (step) => {
    const env = { ...settingsFor(office.url), DATA_DIR: office.folder };
    for (let round = 0; round < trials({ short: 1, long: 20 }); round++) {
      const id = await draft(office);
      const doomed = startProcess(runner, [], { ...env, HALT_AT: step });
      await doomed.waitFor(new RegExp(`halted at ${step}`));
      // Acts do not wait for a sequencer that hangs.
      await circulate(office, id);
      await doomed.kill("SIGKILL");
      const next = startProcess(runner, [], env);
      await logged();
      await next.kill();
      await expectWhole();
    }
  },
);

test("two job processes at once make one log", async () => {
  const env = { ...settingsFor(office.url), DATA_DIR: office.folder };
  const runners = [startProcess(runner, [], env), startProcess(runner, [], env)];
  await Promise.all(runners.map((one) => one.waitFor(/jobs are running/)));
  for (let round = 0; round < trials({ short: 5, long: 50 }); round++) {
    const drafts = await Promise.all([draft(office), draft(office), draft(office)]);
    await Promise.all(drafts.map((id) => circulate(office, id)));
    if (round % 5 === 0) await runners[0]?.kill("SIGKILL");
    if (round % 5 === 0) runners[0] = startProcess(runner, [], env);
  }
  await logged();
  await Promise.all(runners.map((one) => one.kill()));
  await expectWhole();
});

/** Waits until all evidence is in the log and signed. */
async function logged(): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ open: boolean }>`SELECT
      (SELECT count(*) FROM evidence) > coalesce((SELECT max(size) FROM log_checkpoints), 0) AS open`.execute(
      office.db,
    );
    return rows[0]?.open === false;
  });
}

/** The whole export holds, has every entry once, and continues every checkpoint that was ever signed. */
async function expectWhole(): Promise<void> {
  const key = vkeyOf(office.log);
  const { size = 0 } = (await latestCheckpoint(office.db)) ?? {};
  const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM evidence`.execute(office.db);
  expect(size).toBe(Number(rows[0]?.n));
  const since = Number(earlier?.split("\n")[1] ?? 0);
  const found = verifyExport(await exportOfAll(office, since), { key, earlier });
  expect(found).toMatchObject({ verdict: "HOLDS", entries: size });
  earlier = (await latestCheckpoint(office.db))?.note ?? null;
}
