import { sql } from "kysely";
import { Client as Connection } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { sequence } from "#src/evidence/sequence.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { exportOf, exportOfAll, fill } from "#tests/support/evidence.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, circulate, draft, told } from "#tests/support/scenario.ts";
import { expectOneLog } from "./expect-one-log.ts";

let office: Office;
const reached = async () => {};

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

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
