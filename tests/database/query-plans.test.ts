import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { copyAgreement } from "#tests/bench/reading/fill.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { collectPlans, type Plan } from "#tests/support/plans.ts";
import { circulate, draft, openForSigning } from "#tests/support/scenario.ts";

const count = 3000;
/** Whoever reads one of these from its first row to its last slows down as the office's work grows. */
const large = [
  ...[
    "agreements",
    "agreement_parties",
    "listings",
    "listing_words",
    "versions",
    "version_texts",
    "text_bodies",
  ],
  ...["search_texts", "evidence", "log_leaves", "approvals", "signatures", "seals", "publications"],
  ...["outbox", "letters", "readings", "sessions", "api_keys", "awaited_acts"],
];

/**
 * The exceptions, by request: the one table and the reason. Listings are 120 bytes a row, made to be read whole: 100,000
 * are read in the time of some thousand rows of an index.
 */
const exceptions: Record<string, { table: string; because: string }> = {};
const excepted = (requests: string[], table: string, because: string) => {
  for (const request of requests) exceptions[request] = { table, because };
};
excepted(
  ["/agreements/counts?party=AE", "/agreements/counts?area=peer-learning"],
  "listings",
  "a count by a filter looks at all, but for those that are kept",
);
excepted(
  [
    ...["/agreements?area=peer-learning&language=fr", "/agreements?sort=updated&language=fr"],
    ...["/agreements?language=fr", "/register?year=1999", "/agreements?sort=updated&party=AE"],
  ],
  "listings",
  "a filter that selects little finds no page among the first of an index, and then all listings are quicker",
);

let office: Office;
let plans: { taken(): Plan[] };
/** Circulated, and open for signing. */
let id = "";
let signing = "";

beforeAll(async () => {
  office = await openOffice();
  plans = await collectPlans(office.url);
  id = await draft(office);
  await copyAgreement(office.db, id, {
    count,
    textLength: 300,
    stages: ["draft.editing", "review.circulated", "review.settled", "sign.open", "publish"],
    parties: [
      ["KR", "KZ"],
      ["KR", "AE"],
      ["KR", "US"],
      ["KR", "KZ", "HUB"],
    ],
  });
  await circulate(office, id);
  signing = await draft(office);
  await openForSigning(office, signing);
  await fillAround(office);
});
afterAll(() => office?.close());

/** Rows of what every agreement and every person brings with it. */
async function fillAround({ db }: Office): Promise<void> {
  for (const statement of [
    sql`INSERT INTO evidence (agreement, seq, at, act, person, party, stage, detail, previous, hash)
      SELECT agreement, 1 + n, at, 'approve', person, 'KZ', stage, '{}', hash, hash
      FROM evidence, generate_series(1, 3) AS n WHERE hash = repeat('0', 64)`,
    sql`INSERT INTO log_leaves (index, position, agreement, seq)
      SELECT position, position, agreement, seq FROM evidence WHERE hash = repeat('0', 64)`,
    sql`INSERT INTO outbox (agreement, number, effect, created_at, sent_at, finished_at)
      SELECT id, text_version, 'request-review', created_at, created_at, created_at FROM agreements`,
    sql`INSERT INTO letters (outbox, person, message_id, sent_at)
      SELECT o.id, p.id, o.id || p.email, o.created_at FROM outbox o, people p
      WHERE o.finished_at IS NOT NULL AND p.party = 'KZ'`,
    sql`INSERT INTO sessions (digest, person, created_at, expires_at)
      SELECT n || email, id, now(), now() + interval '1 day' FROM people, generate_series(1, 300) AS n`,
    sql`INSERT INTO approvals (agreement, number, party, person, digest, at)
      SELECT a.id, a.text_version, p.party, a.created_by, 'x', a.created_at
      FROM agreements a JOIN agreement_parties p ON p.agreement = a.id
      WHERE a.id NOT IN (${id}, ${signing})`,
    sql`INSERT INTO readings (agreement, person, party, number, at)
      SELECT a.id, p.id, coalesce(p.party, ''), a.text_version, a.created_at
      FROM agreements a, people p WHERE p.party = 'KZ'`,
    sql`INSERT INTO api_keys (digest, person, label, created_at, expires_at)
      SELECT n || email, id, 'key', now(), now() + interval '1 day'
      FROM people, generate_series(1, 300) AS n`,
    // A third of it is judged again on a later day, and two agreements now.
    sql`DELETE FROM awaited_marks WHERE agreement NOT IN (${id}, ${signing})`,
    sql`INSERT INTO awaited_marks (agreement, at) SELECT id, '2999-01-01' FROM agreements
      WHERE id::text < '5'`,
    sql`INSERT INTO awaited_acts (agreement, party, act, stage, except_for, since)
      SELECT agreement, party, 'approve', 'publish', '{}'::uuid[], now() FROM agreement_parties
      UNION ALL SELECT id, '', act, 'publish', '{}', created_at
      FROM agreements, unnest(ARRAY['submit', 'ingest']) AS act`,
    sql`VACUUM ANALYZE`,
  ]) {
    await statement.execute(db);
  }
  // The statistics claim more rows than there are, as in an office of 150,000 agreements.
  for (const table of large) {
    await sql`ALTER TABLE ${sql.table(table)} SET (autovacuum_enabled = false)`.execute(db);
    await sql`UPDATE pg_class SET reltuples = reltuples * 50
      WHERE relname = ${table} AND relnamespace = 'public'::regnamespace`.execute(db);
  }
}

const word = encodeURIComponent("word77");
const common = encodeURIComponent("Agreem");
const lists = [
  ...["/agreements", "/agreements?sort=updated", "/agreements?sort=updated&party=AE"],
  ...["/agreements?stage=sign", "/agreements?party=HUB", `/agreements?q=${word}`],
  ...["/agreements?language=fr", "/agreements?sort=updated&language=fr"],
  ...[`/agreements?sort=updated&q=${word}`, `/agreements?sort=updated&q=${common}`],
  ...[`/agreements?q=${common}`, "/agreements?area=peer-learning&language=fr"],
  ...["/agreements?publishedFrom=2026-01-01", "/agreements/counts", "/agreements/counts?party=AE"],
  ...["/agreements/counts?stage=sign", "/agreements/counts?area=peer-learning"],
  ...[`/agreements/counts?q=${common}`, "/waiting"],
];
const page = [
  "",
  "/texts/en",
  "/versions",
  "/versions/1",
  "/checks",
  "/comments",
  "/participation",
];
const ofOne = [...page, "/evidence"].map((path) => `/agreements/ID${path}`);
const registers = [
  ...[
    "/register",
    "/register?party=KZ",
    "/register?year=2026",
    "/register?year=1999",
    `/register?q=${word}`,
  ],
  ...[`/register?q=${common}`, "/register/statistics"],
];

/** Often enough that the server has chosen between a plan for any values and one for these. */
const times = 7;

async function scansOf(who: Pick<Client, "send">, path: string): Promise<string[]> {
  plans.taken();
  for (let n = 0; n < times; n++) {
    const answer = await who.send("GET", path.replace("ID", id));
    expect([path, answer.status]).toEqual([path, 200]);
    await answer.arrayBuffer();
  }
  return forbidden(plans.taken(), exceptions[path]?.table);
}

function forbidden(taken: Plan[], except?: string): string[] {
  expect(taken.length).toBeGreaterThan(0);
  const found = taken.flatMap(({ query, scans }) =>
    scans
      .filter((table) => large.includes(table) && table !== except)
      .map((table) => `${table}: ${query}`),
  );
  return [...new Set(found)];
}

test.each([
  ["legal-officer", null, [...lists, ...ofOne, "/session", "/ceremonies"]],
  ["representative", "KZ", [...lists, ...ofOne, "/session"]],
  ["representative", "HUB", lists],
  ["archivist", null, lists],
] as const)("no request of a %s of %s reads a large table whole", async (role, party, paths) => {
  const who = office.as(role, party);
  for (const path of paths) expect([path, await scansOf(who, path)]).toEqual([path, []]);
});

test("no request of the public reads a large table whole", async () => {
  for (const path of registers) {
    expect([path, await scansOf(office.anyone, path)]).toEqual([path, []]);
  }
});

test("no act reads a large table whole", async () => {
  plans.taken();
  const kazakhstan = office.as("representative", "KZ");
  const { digest } = await readFacts(office.db, id);
  const remark = { language: "en", article: 1, body: "A word.", audience: "own-party" };
  const comment = await kazakhstan.send("POST", `/agreements/${id}/comments`, remark);
  const presence = await kazakhstan.send("PUT", `/agreements/${id}/presence`, { place: null });
  const approval = await kazakhstan.act(id, "approvals", { digest });
  expect([comment.status, presence.status, approval.status]).toEqual([201, 200, 201]);
  expect(forbidden(plans.taken())).toEqual([]);
});

test("a table that is read whole is found out", async () => {
  plans.taken();
  const text = sql`SELECT count(*) FROM search_texts WHERE digest = ${"x"}`;
  await text.execute(office.ctx.db);
  expect(forbidden(plans.taken())).toEqual([expect.stringMatching(/^search_texts: /)]);
});
