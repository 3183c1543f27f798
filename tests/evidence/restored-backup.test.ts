import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { service } from "#src/db/principal.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { continueLog } from "#src/evidence/continue-log.ts";
import { exportEvidence, exportLog } from "#src/evidence/export.ts";
import { fillLog } from "#src/evidence/fill-log.ts";
import { keepFirst, type LogSigner } from "#src/evidence/last-checkpoint.ts";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { sizeOfLog } from "#src/evidence/sequence.ts";
import { checkpointText, signNote, vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { openReadiness } from "#src/health/readiness.ts";
import { openWatch } from "#src/health/watch.ts";
import { createApp } from "#src/http/app.ts";
import { lastCheckpointIn } from "#src/keys/log-key.ts";
import { fill } from "#tests/support/evidence.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { copyDatabase, type TestDatabase } from "#tests/support/postgres.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

const behind = "The database is older than the evidence log's last checkpoint";
const decision = {
  reason: "The disk broke at night",
  by: ["Anna A.", "Ben B."] as [string, string],
};

let office: Office;
let backup: TestDatabase;
let pool: ReturnType<typeof openPool>;
let as: ReturnType<typeof openPrincipals>;
let id = "";
/** What parties keep: from before the backup, from between, and the last one. */
let early = "";
let between = "";
let lost = "";
/** A machine that was away since then. */
let lagging: LogSigner;
const said: string[] = [];

const noteOf = async (db = office.db) => (await latestCheckpoint(db))?.note ?? "";
const fileOf = (name: string): LogSigner => ({
  ...office.log,
  last: lastCheckpointIn(join(office.folder, name)),
});
const restored = () => as(service);
const watchOf = (log = office.log) =>
  openWatch({ db: restored(), log, now: () => new Date(), say: (line) => said.push(line) });
const fillRestored = (signer = office.log) =>
  fillLog({ db: restored(), signer, now: () => new Date(), look: "all", reached: async () => {} });

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await fill(office);
  early = await noteOf();
  await draft(office);
  await fill(office);
  backup = await copyDatabase(office.url);
  await circulate(office, id);
  await fill(office);
  between = await noteOf();
  lagging = fileOf("lagging");
  await lagging.last.write(between);
  await draft(office);
  await fill(office);
  lost = await noteOf();
  pool = openPool(backup.url, { max: 3 }, watchLimits);
  as = openPrincipals(pool);
});
afterAll(async () => {
  await pool.end();
  await backup.drop();
  await office.close();
});

/** What a person is answered on the restored database. */
function ask(watch: ReturnType<typeof watchOf>, method: string, path: string, body?: unknown) {
  const objects = office.ctx.objects;
  const mail = { check: async () => {} };
  const config = { dataDir: office.folder, objectsUrl: null, timestamps: null, smtpUrl: null };
  const now = () => new Date();
  const readiness = openReadiness({ config, db: restored(), objects, mail, watching: watch, now });
  const app = createApp(() => ({
    ...office.ctx,
    db: restored(),
    as,
    halted: watch.halted,
    readiness,
  }));
  return async (language = "en") =>
    app.request(path, {
      method,
      headers: {
        Cookie: office.as("legal-officer").cookie,
        "Accept-Language": language,
        "Content-Type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

test("the last checkpoint lies outside before the database has it, and a crash between them forks nothing", async () => {
  expect(await office.log.last.read()).toBe(lost);
  await draft(office);
  const crash = fillLog({
    db: office.ctx.db,
    signer: office.log,
    now: office.ctx.now,
    look: "all",
    reached: async (step) => {
      if (step === "checkpoint-kept") throw new Error("The process ends here.");
    },
  });
  await expect(crash).rejects.toThrow("ends here");
  const outside = await office.log.last.read();
  expect(outside).not.toBe(lost);
  expect(await noteOf()).toBe(lost);
  await fill(office);
  expect(await noteOf()).toBe(outside);
  lost = outside ?? "";
});

test("on a restored backup nothing is taken or signed, nobody acts, and it is said what to do", async () => {
  const before = await sizeOfLog(restored());
  await expect(fillRestored()).rejects.toThrow(behind);
  const watch = watchOf();
  await watch.look();
  await watch.look();
  expect(said).toEqual([
    `${behind} (it has ${before} entries, and ${lost.split("\n")[1]} were signed): nothing is signed and no act is taken. Restore a newer backup, or decide to go on from this one with "depositary evidence continue".`,
  ]);
  expect(await sizeOfLog(restored())).toBe(before);
  expect((await ask(watch, "GET", `/api/v1/agreements/${id}`)()).status).toBe(200);
  const acts = ask(watch, "POST", "/api/v1/agreements", {});
  for (const language of ["en", "ru", "ar", "kk", "fr"]) {
    const refused = await acts(language);
    const { type, detail } = (await refused.json()) as { type: string; detail: string };
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(refused.headers.get("content-language")).toBe(language);
    expect([codeOf({ type }), detail.length > 80]).toEqual(["log-does-not-continue", true]);
  }
  // People can sign in to read, and sign out.
  const codes = ask(watch, "POST", "/api/v1/session/codes", { email: "nobody@office.example" });
  expect((await codes()).status).not.toBe(503);
  const ready = await ask(watch, "GET", "/readyz")();
  const { parts } = (await ready.json()) as { parts: { part: string; detail: string }[] };
  expect(ready.status).toBe(200);
  expect(parts).toContainEqual(
    expect.objectContaining({ part: "log", state: "failed", detail: said[0] }),
  );
});

test("what one machine remembers stops another that remembers less", async () => {
  const other = watchOf({ ...office.log, last: lastCheckpointIn(join(office.folder, "other")) });
  await office.log.last.read();
  await watchOf().look();
  await other.look();
  expect(other.halted()?.detail).toContain(behind);
});

test("continued on record, the log is signed again and never at a size that was signed before", async () => {
  const db = restored();
  const size = await sizeOfLog(db);
  const found = await continueLog(db, { signer: office.log, at: new Date(), decision });
  const last = openCheckpoint(lost, vkeyOf(office.log));
  expect(found).toMatchObject({ earlier: { size: last?.size, note: lost }, size });
  await fillRestored();
  const latest = await latestCheckpoint(db);
  // A place for each lost entry, the record of the restore, and what was noted of the other machine.
  expect(latest?.size).toBeGreaterThan(last?.size ?? 0);
  const { rows } = await pool.query("SELECT size FROM log_checkpoints WHERE size > $1", [size]);
  expect(rows.every((row) => Number(row.size) > (last?.size ?? 0))).toBe(true);
  expect(await office.log.last.read()).toBe(latest?.note);
  expect(await continueLog(db, { signer: office.log, at: new Date(), decision })).toBeNull();
});

test("a machine that lags behind the restore goes on with the others", async () => {
  await fillRestored(lagging);
  expect(await lagging.last.read()).toBe(await noteOf(restored()));
});

const exported = async (since: number) => {
  const db = restored();
  const wanted = { onlyParty: null, since };
  return [
    (await Array.fromAsync(exportLog(db, since))).join(""),
    (await Array.fromAsync(exportEvidence(db, id, wanted))).join(""),
  ];
};
const sizeOf = (note: string) => Number(note.split("\n")[1]);

test("the verifier says with every checkpoint that the log was continued, and calls no fork whole", async () => {
  const key = vkeyOf(office.log);
  const { size = 0 } = openCheckpoint(lost, key) ?? {};
  const { rows } = await pool.query(
    "SELECT detail FROM log_entries WHERE act = 'continue' AND chain = 'restores'",
  );
  const from = rows[0]?.detail.restored.size;
  const day = new Date().toISOString().slice(0, 4);
  const sentence = new RegExp(
    `The log was continued on ${day}-\\d\\d-\\d\\d after a restore; ${size - from} entries of the earlier log are not in it \\(The disk broke at night; Anna A. and Ben B.\\)`,
  );
  const verdicts = [];
  const now = await noteOf(restored());
  for (const earlier of [null, early, now, between, lost]) {
    for (const text of await exported(earlier ? sizeOf(earlier) : 0)) {
      const found = verifyExport(text, { key, earlier });
      expect(found.reasons.join("\n")).toMatch(sentence);
      verdicts.push(found.verdict);
      const isLost = earlier === between || earlier === lost;
      if (earlier) {
        const words = isLost ? "is of the log before that restore" : "continues the earlier";
        expect(found.reasons.join("\n")).toContain(words);
      }
      // The same export, silent about the restore.
      const [head = "", ...rest] = text.split("\n");
      const { continued: _, ...silent } = JSON.parse(head);
      const shortened = [canonicalJson(silent), ...rest].join("\n");
      const hidden = verifyExport(shortened, { key, earlier });
      if (isLost || rest.some((line) => line.includes('"act":"continue"'))) {
        expect(hidden.verdict).toBe("BROKEN");
      }
    }
  }
  expect(verdicts).toEqual([...Array(6).fill("HOLDS"), ...Array(4).fill("HOLDS IN PART")]);
  // Another checkpoint of the size that was lost is a fork, also if a restore was recorded.
  const fork = signNote(
    checkpointText({ origin: office.log.name, size, root: "f".repeat(64) }),
    office.log,
  );
  for (const text of await exported(size)) {
    const found = verifyExport(text, { key, earlier: fork });
    expect([found.verdict, found.reasons[0]]).toEqual([
      "BROKEN",
      expect.stringContaining("The log has forked"),
    ]);
  }
  // The record of the restore must be in the log; an exporter cannot make it up.
  const [text = ""] = await exported(size);
  const forged = text.replace("The disk broke", "The disc broke");
  expect(verifyExport(forged, { key, earlier: lost }).reasons[0]).toContain("does not hold");
});

test("the database that was lost, started again, is another log: it is not signed", async () => {
  await draft(office);
  await expect(fill(office)).rejects.toThrow("nothing is signed and no act is taken");
});

test("a machine without a last checkpoint takes the database's once, says so, and it is on record", async () => {
  const fresh = fileOf("fresh");
  said.length = 0;
  const watch = watchOf(fresh);
  await watch.look();
  await watch.look();
  expect(said.filter((line) => line.includes("kept no last checkpoint"))).toHaveLength(1);
  expect(await keepFirst(restored(), { signer: fresh, at: new Date() })).toBeNull();
  await fillRestored(fresh);
  const note = await noteOf(restored());
  expect(await fresh.last.read()).toBe(note);
  const [text = ""] = await exported(0);
  expect(text.match(/"act":"keep-checkpoint"/g)?.length).toBeGreaterThan(0);
  expect(verifyExport(text, { key: vkeyOf(office.log) }).verdict).toBe("HOLDS");
});

test("a file that holds no checkpoint of this key stops the signing and no act", async () => {
  const file = join(office.folder, "damaged");
  await writeFile(
    file,
    (await readFile(join(office.folder, "fresh"), "utf8")).replace(/\n(\d)/, "\n9$1"),
  );
  const damaged = fileOf("damaged");
  await expect(fillRestored(damaged)).rejects.toThrow("Put back the right file");
  const watch = watchOf(damaged);
  await watch.look();
  expect(watch.parts()).toContainEqual(expect.objectContaining({ part: "log", state: "failed" }));
  expect(watch.halted()).toBeNull();
});
