import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { termsDigest } from "#src/agreements/text/terms-digest.ts";
import { chainStart, entryHash } from "#src/evidence/append.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import type { Generated } from "#src/generate/generate.ts";
import { openPlay } from "#src/generate/play.ts";
import { stories } from "#src/generate/stories.ts";
import { exportOf } from "#tests/support/evidence.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { digestOfRows } from "./digest-of-rows.ts";
import { generateInto, openScratch, wanted } from "./office-of-generated.ts";

/** Thirty agreements, made by the same rows that acts write. */
let stage: Awaited<ReturnType<typeof openScratch>>;
let office: Office;
let done: Generated;

beforeAll(async () => {
  [stage, office] = await Promise.all([openScratch(), openOffice()]);
  done = await generateInto(office, stage.scratch);
});
afterAll(() => Promise.all([stage.close(), office.close()]));

type Row = { id: string; stage_name: string; evidence_head: string; version: number };
const agreements = () =>
  office.db
    .selectFrom("agreements")
    .select(["id", "stage_name", "evidence_head", "version"])
    .orderBy("created_at")
    .orderBy("id")
    .execute() as Promise<Row[]>;

test("there are as many as asked for, in the stages that are reported", async () => {
  const counted: Record<string, number> = {};
  for (const { stage_name } of await agreements()) {
    counted[stage_name] = (counted[stage_name] ?? 0) + 1;
  }
  expect(done.agreements).toBe(wanted.agreements);
  expect(counted).toEqual(done.stages);
});

test("every chain of evidence is hashed over the agreement's own words", async () => {
  for (const { id, version, evidence_head } of await agreements()) {
    const entries = await office.db
      .selectFrom("evidence")
      .selectAll()
      .where("agreement", "=", id)
      .orderBy("seq")
      .execute();
    let previous = chainStart;
    for (const { hash, position: _, previous: before, ...entry } of entries) {
      expect(before).toBe(previous);
      previous = await entryHash(entry as Parameters<typeof entryHash>[0], before);
      expect(hash).toBe(previous);
    }
    expect([entries.length, evidence_head]).toEqual([version, previous]);
  }
});

test("exports verify under the key of the log, consents and inclusion in the log too", async () => {
  const key = vkeyOf(office.log);
  for (const { id } of await agreements()) {
    const { verdict } = verifyExport(await exportOf(office, id), { key });
    expect([id, verdict]).toEqual([id, "HOLDS"]);
  }
});

test("the digests of versions are those of their texts and terms", async () => {
  const { rows } = await sql`SELECT v.agreement FROM versions v
    WHERE v.digest <> (SELECT encode(sha256(convert_to('depositary text version' || E'\\n' ||
      string_agg(t.language || ' ' || encode(sha256(convert_to(b.markdown, 'UTF8')), 'hex') || E'\\n',
        '' ORDER BY t.language) || 'terms ' || v.terms_digest || E'\\n', 'UTF8')), 'hex')
      FROM version_texts t JOIN text_bodies b USING (digest)
      WHERE t.agreement = v.agreement AND t.number = v.number)`.execute(office.db);
  expect(rows).toEqual([]);
  const versions = await office.db
    .selectFrom("versions")
    .select(["terms", "terms_digest"])
    .execute();
  const digests = versions.map(({ terms }) => terms && termsDigest(terms));
  expect(await Promise.all(digests)).toEqual(versions.map((one) => one.terms_digest));
});

test("the words by which a text is found are those that the trigger makes", async () => {
  const words = () =>
    sql`SELECT agreement, language, digest, words::text, folded FROM search_texts
      ORDER BY 1, 2`.execute(office.db);
  const before = await words();
  await sql`SELECT index_text(agreement, language, digest) FROM search_texts`.execute(office.db);
  expect((await words()).rows).toEqual(before.rows);
});

test("no act, letter or deadline waits that is already over", async () => {
  const { rows } = await sql`SELECT effect AS waits FROM outbox WHERE finished_at IS NULL
    UNION ALL SELECT kind FROM deadlines WHERE fired_at IS NULL AND due_at < ${wanted.until}::date
    UNION ALL SELECT act FROM evidence WHERE at >= ${wanted.until}::date
    UNION ALL SELECT message_id FROM letters`.execute(office.db);
  expect(rows).toEqual([]);
});

test("the log says that the agreements are invented", async () => {
  const { rows } = await sql<{ detail: object }>`SELECT detail FROM log_entries e
    JOIN log_leaves l USING (chain, seq) WHERE e.chain = 'generated'`.execute(office.db);
  const { agreements: _, ...mark } = wanted;
  expect(rows).toEqual([{ detail: { ...mark, release: "test" } }]);
});

test("the same seed gives the same rows, and more agreements begin with the same ones", async () => {
  const [again, more] = await Promise.all([openOffice(), openOffice()]);
  try {
    // The name of the log is a part of what signatories consent to.
    const own = { ...office.log, last: again.log.last };
    await generateInto({ db: again.db, log: own }, stage.scratch);
    expect(await digestOfRows(again.db)).toEqual(await digestOfRows(office.db));
    await generateInto({ db: more.db, log: { ...own, last: more.log.last } }, stage.scratch, {
      agreements: 33,
    });
    const first = await agreements();
    const heads = await more.db.selectFrom("agreements").select("evidence_head").execute();
    const known = new Set(heads.map(({ evidence_head }) => evidence_head));
    expect(first.every(({ evidence_head }) => known.has(evidence_head))).toBe(true);
  } finally {
    await Promise.all([again.close(), more.close()]);
  }
});

test("each history can be told; the short run tells every eleventh", async () => {
  const play = await openPlay(stage.scratch);
  const step = trials({ short: 11, long: 1 });
  const told = stories.filter((_, nth) => nth % step === 0);
  for (const story of told) await play(story);
  expect(told.length).toBeGreaterThanOrEqual(5);
});
