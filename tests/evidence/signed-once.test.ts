import { generateKeyPairSync } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillLog } from "#src/evidence/fill-log.ts";
import { appendToChain, ownChain } from "#src/evidence/log-entry.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { sequence } from "#src/evidence/sequence.ts";
import { signCheckpoint } from "#src/evidence/sign-checkpoint.ts";
import { fill } from "#tests/support/evidence.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { expectOneLog } from "./expect-one-log.ts";

let office: Office;
const reached = async () => {};

beforeAll(async () => {
  office = await openOffice();
  await draft(office);
  await fill(office);
});
afterAll(() => office.close());

test("no second root is signed for a size: not after a fault while signing, nor under another key", async () => {
  const own = await openOffice();
  try {
    const at = new Date();
    await draft(own);
    await sequence(own.ctx.db, { look: "all", reached });
    const fails = signCheckpoint(own.ctx.db, {
      signer: own.log,
      at,
      reached: async (step) => {
        if (step === "checkpoint-written") throw new Error("The process ends here.");
      },
    });
    await expect(fails).rejects.toThrow("ends here");
    expect(await latestCheckpoint(own.db)).toBeNull();
    await draft(own);
    await signCheckpoint(own.ctx.db, { signer: own.log, at, reached });
    expect(await latestCheckpoint(own.db)).toMatchObject({ size: 1 });

    const { privateKey: key } = generateKeyPairSync("ed25519");
    const foreign = { ...own.log, key };
    const db = own.ctx.db;
    const filling = fillLog({ db, signer: foreign, now: own.ctx.now, look: "all", reached });
    await expect(filling).rejects.toThrow("The log is signed by");
    expect(await latestCheckpoint(own.db)).toMatchObject({ size: 1 });
    await fill(own);
    await expectOneLog(own);
  } finally {
    await own.close();
  }
});

test("a log that was rewritten behind the service's back is not signed", async () => {
  const own = await openOffice();
  try {
    await bringToOriginal(own, await draft(own));
    await fill(own);
    const last = await latestCheckpoint(own.db);
    await sql`ALTER TABLE log_hashes DISABLE TRIGGER log_hashes_are_kept`.execute(own.db);
    await sql`UPDATE log_hashes SET hash = repeat('c', 64)
      WHERE level = (SELECT max(level) FROM log_hashes)`.execute(own.db);
    await draft(own);
    await expect(fill(own)).rejects.toThrow("no longer what its last checkpoint says");
    expect(await latestCheckpoint(own.db)).toEqual(last);
  } finally {
    await own.close();
  }
});

test.each(["log_leaves", "log_entries", "log_hashes", "log_checkpoints", "log_statements"])(
  "a row of %s is neither changed nor deleted, and nobody but the service adds one",
  async (table) => {
    await office.db
      .transaction()
      .execute((tx) =>
        appendToChain(tx, ownChain, [{ at: new Date(), act: "keep-checkpoint", detail: {} }]),
      );
    const change = sql`DELETE FROM ${sql.table(table)}`;
    await expect(change.execute(office.db)).rejects.toThrow("never changed or deleted");
    const person = office.as("legal-officer").person;
    const db = office.ctx.as({
      role: "depositary_api",
      roles: person.roles,
      party: null,
      person: null,
    });
    await expect(change.execute(db)).rejects.toThrow("permission denied");
    const again = sql`INSERT INTO ${sql.table(table)} SELECT * FROM ${sql.table(table)} LIMIT 1`;
    await expect(again.execute(db)).rejects.toThrow("row-level security");
  },
);
