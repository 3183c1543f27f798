import { generateKeyPairSync } from "node:crypto";
import { sql } from "kysely";
import { Client as Connection } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillLog } from "#src/evidence/fill-log.ts";
import { appendToChain, ownChain } from "#src/evidence/log-entry.ts";
import { isConsistent, leafHash } from "#src/evidence/merkle.ts";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { proveConsistency } from "#src/evidence/prove.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { sequence } from "#src/evidence/sequence.ts";
import { signCheckpoint } from "#src/evidence/sign-checkpoint.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { addLeaf, rootOf, type Subtree } from "#src/evidence/tree.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { exportOf, exportOfAll, fill } from "#tests/support/evidence.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, told } from "#tests/support/scenario.ts";

let office: Office;
const reached = async () => {};

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Asserts that the log holds each entry of evidence once, and that all checkpoints are of this one log. */
async function expectOneLog({ db, log }: Office): Promise<void> {
  const { rows: leaves } = await sql<{ index: string; hash: string; leaf: string | null }>`
    SELECT l.index, e.hash, h.hash AS leaf FROM (SELECT agreement, NULL AS account, seq, hash FROM evidence
      UNION ALL SELECT NULL, account, seq, hash FROM account_entries) e
    LEFT JOIN log_leaves l ON (l.agreement = e.agreement OR l.account = e.account) AND l.seq = e.seq
    LEFT JOIN log_hashes h ON h.level = 0 AND h.index = l.index ORDER BY l.index`.execute(db);
  expect(leaves.map(({ index }) => Number(index))).toEqual([...leaves.keys()]);
  const subtrees: Subtree[] = [];
  const roots = leaves.map(({ hash, leaf }, index) => {
    expect(leaf).toBe(leafHash(hash));
    addLeaf(subtrees, { level: 0, index, hash: leafHash(hash) });
    return rootOf(subtrees.map((one) => one.hash));
  });
  const { rows: orders } = await sql<{ wrong: string }>`SELECT count(*) AS wrong
    FROM log_leaves a JOIN log_leaves b
      ON (a.agreement = b.agreement OR a.account = b.account) AND a.seq = b.seq - 1
    WHERE a.index > b.index`.execute(db);
  expect(orders[0]?.wrong).toBe("0");
  const checkpoints = await db.selectFrom("log_checkpoints").selectAll().orderBy("size").execute();
  expect(Number(checkpoints.at(-1)?.size)).toBe(leaves.length);
  for (const { size, root, note } of checkpoints) {
    expect(root).toBe(roots[Number(size) - 1]);
    const opened = openCheckpoint(note, vkeyOf(log));
    expect(opened).toEqual({ origin: log.name, size: Number(size), root });
  }
  for (const [nth, { size, root }] of checkpoints.entries()) {
    const later = checkpoints[nth + 1];
    if (!later) break;
    const proof = await proveConsistency(db, Number(size), Number(later.size));
    const [from, to] = [
      { size: Number(size), root },
      { size: Number(later.size), root: later.root },
    ];
    expect(isConsistent(from, to, proof)).toBe(true);
  }
}

test("an empty log has no checkpoint, and signing it signs nothing", async () => {
  await fill(office);
  expect(await latestCheckpoint(office.db)).toBeNull();
});

test("each entry of evidence has one place in the log, and each growth its checkpoint", async () => {
  const id = await draft(office);
  await fill(office);
  await bringToOriginal(office, id);
  await fill(office);
  await fill(office);
  await draft(office);
  await fill(office);
  await expectOneLog(office);
  const { rows } = await sql`SELECT size FROM log_checkpoints`.execute(office.db);
  expect(rows).toHaveLength(3);
});

test("an entry that commits after later ones is taken when it does, and nothing else waits", async () => {
  const slow = new Connection({ connectionString: office.url });
  await slow.connect();
  const id = await draft(office);
  await slow.query("BEGIN");
  await slow.query(`SELECT FROM agreements WHERE id = $1 FOR UPDATE`, [id]);
  await slow.query(
    `INSERT INTO evidence (agreement, seq, at, act, stage, detail, previous, hash)
     SELECT id, version + 1, now(), 'describe', stage_name, '{}', evidence_head, repeat('a', 64)
     FROM agreements WHERE id = $1`,
    [id],
  );
  const other = await draft(office);
  await fill(office);
  const taken = await office.db
    .selectFrom("log_leaves")
    .select(["agreement", "seq"])
    .where("agreement", "in", [id, other])
    .orderBy("index")
    .execute();
  expect(taken).toEqual([
    { agreement: id, seq: 1 },
    { agreement: other, seq: 1 },
  ]);
  await slow.query("COMMIT");
  await slow.end();
  await fill(office);
  await expectOneLog(office);
});

test("what lies further back than the look is found by looking at all", async () => {
  const own = await openOffice();
  try {
    const id = await draft(own);
    await sql`SELECT setval(pg_get_serial_sequence('evidence', 'position'), 50000)`.execute(own.db);
    await draft(own);
    await sql`WITH last AS (SELECT agreement, seq, position FROM evidence ORDER BY position DESC LIMIT 1)
      INSERT INTO log_leaves SELECT 0, position, agreement, seq FROM last`.execute(own.db);
    await sql`INSERT INTO log_hashes SELECT 0, 0, repeat('a', 64)`.execute(own.db);
    expect(await sequence(own.db, { look: "recent", reached })).toBe(0);
    expect(await sequence(own.db, { look: "all", reached })).toBe(1);
    const { rows } = await sql`SELECT agreement FROM log_leaves WHERE index = 1`.execute(own.db);
    expect(rows).toEqual([{ agreement: id }]);
  } finally {
    await own.close();
  }
});

test("more entries than one batch are taken, each batch with its checkpoint", async () => {
  const own = await openOffice();
  try {
    const id = await draft(own);
    await sql`INSERT INTO evidence (agreement, seq, at, act, stage, detail, previous, hash)
      SELECT ${id}, 1 + n, now(), 'describe', 'draft.editing', '{}', repeat('b', 64),
        encode(sha256(n::text::bytea), 'hex') FROM generate_series(1, 1200) n`.execute(own.db);
    await fill(own);
    await expectOneLog(own);
    const { rows } = await sql`SELECT size FROM log_checkpoints ORDER BY size`.execute(own.db);
    expect(rows).toEqual([{ size: "500" }, { size: "1000" }, { size: "1201" }]);
  } finally {
    await own.close();
  }
});

test("several sequencers at once, beside acts, make one log", async () => {
  const own = await openOffice({ max: 20 });
  try {
    let open = true;
    const sequencers = Array.from({ length: 4 }, async () => {
      while (open) await fill(own);
    });
    for (let round = 0; round < trials({ short: 3, long: 20 }); round++) {
      const drafts = await Promise.all(Array.from({ length: 6 }, () => draft(own)));
      await Promise.all(drafts.map((id) => circulate(own, id)));
    }
    open = false;
    await Promise.all(sequencers);
    await fill(own);
    await expectOneLog(own);
    const key = vkeyOf(own.log);
    expect(verifyExport(await exportOfAll(own), { key }).verdict).toBe("HOLDS");
  } finally {
    await own.close();
  }
});

test("while one sequences, another is not kept waiting and takes nothing", async () => {
  const own = await openOffice();
  try {
    await draft(own);
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let inside = () => {};
    const begun = new Promise<void>((resolve) => {
      inside = resolve;
    });
    const first = sequence(own.ctx.db, {
      look: "all",
      reached: async () => {
        inside();
        await held;
      },
    });
    await begun;
    expect(await sequence(own.ctx.db, { look: "all", reached })).toBe(0);
    go();
    expect(await first).toBe(1);
    await fill(own);
    await expectOneLog(own);
  } finally {
    await own.close();
  }
});

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

test("a log that was written anew behind the service's back is not signed", async () => {
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

test("an export proves that its log continues an earlier checkpoint, and tells a fork", async () => {
  const key = vkeyOf(office.log);
  const id = await draft(office);
  await fill(office);
  const earlier = await latestCheckpoint(office.db);
  const size = earlier?.size ?? 0;
  await circulate(office, id);
  await fill(office);
  const given = { key, earlier: earlier?.note ?? "" };
  for (const text of [await exportOf(office, id, size), await exportOfAll(office, size)]) {
    const found = verifyExport(text, given);
    // One entry was put in by hand above, and its hash is none: the whole does not hold, and says so later.
    expect(found.reasons.join(" ")).toContain(
      `continues the earlier checkpoint of ${size} entries`,
    );
  }
  expect(verifyExport(await exportOf(office, id, size), given).verdict).toBe("HOLDS");
  const unproved = verifyExport(await exportOf(office, id), given);
  expect(unproved.reasons[0]).toContain(`ask for it since=${size}`);

  const forked = await openOffice();
  try {
    // With the same key, and nothing outside the database that it remembers.
    forked.log = { ...forked.log, name: office.log.name, key: office.log.key };
    for (let nth = 0; nth <= size; nth++) await draft(forked);
    await fill(forked);
    const drafts = await forked.db.selectFrom("agreements").select("id").execute();
    const text = await exportOf(forked, drafts[0]?.id ?? "", size);
    const found = verifyExport(text, given);
    expect(found.verdict).toBe("BROKEN");
    expect(found.reasons[0]).toContain("The log has forked");
    expect(verifyExport(text, { key }).verdict).toBe("HOLDS");
    const older = verifyExport(await exportOf(office, id), {
      key,
      earlier: (await latestCheckpoint(forked.db))?.note ?? "",
    });
    expect(older.verdict).toBe("BROKEN");
  } finally {
    await forked.close();
  }
});

test("what is asked of an agreement is proved at the version a person has seen", async () => {
  const id = await draft(office);
  await circulate(office, id);
  const { version } = await told(office, id, office.as("legal-officer"));
  await fill(office);
  const client = office.as("representative", "KZ");
  for (let seq = 1; seq <= Number(version); seq++) {
    const proof = await client.get<{ index: number; size: number; checkpoint: string }>(
      `/agreements/${id}/evidence/${seq}/proof`,
    );
    const checkpoint = openCheckpoint(proof.checkpoint, vkeyOf(office.log));
    expect(checkpoint?.size).toBe(proof.size);
  }
});
