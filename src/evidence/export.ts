import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";
import { canonicalJson } from "./canonical-json.ts";
import { restoreChain } from "./log-entry.ts";
import { proveConsistency, proveInclusion } from "./prove.ts";
import { readAccounts, signingAccounts } from "./read-accounts.ts";
import { latestCheckpoint, type SignedCheckpoint } from "./read-checkpoint.ts";

/** The request for an export: whose detail it shows, and from which size of the log the proof starts. */
export type Wanted = {
  /** A reader who sees only part of it gets neither detail nor person for other parties' entries. */
  onlyParty: string | null;
  /** The size of an earlier checkpoint that the reader has; 0 for none. */
  since: number;
};

const format = "depositary evidence 2";
const batch = 500;

/**
 * An agreement's evidence as NDJSON in canonical JSON. The first line names the log, checkpoint and statements that
 * verify it. Then come the entries of the accounts that signed, then the agreement's. Each has its hash, the previous
 * hash, its index in the log and the proof. Entries that the log has not taken yet have no index.
 */
export async function* exportEvidence(
  db: Db,
  agreement: string,
  { onlyParty, since }: Wanted,
): AsyncGenerator<string> {
  // Read the checkpoint first: entries appended meanwhile are not in it and not proved.
  const checkpoint = await latestCheckpoint(db);
  const size = checkpoint?.size ?? 0;
  const statement = await db
    .selectFrom("log_statements as s")
    .innerJoin("log_leaves as l", (join) =>
      join.onRef("l.agreement", "=", "s.agreement").onRef("l.seq", "=", "s.seq"),
    )
    .select("s.note")
    .where("s.agreement", "=", agreement)
    .where("l.index", "<", String(size))
    .orderBy("s.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const signed = await signingAccounts(db, { agreement, onlyParty, size });
  const head = { agreement, statement: statement?.note ?? null, accounts: signed.notes };
  yield line({ ...(await opening(db, checkpoint, since)), ...head });
  yield* await accountLines(
    db,
    sql`a.account = ANY (${signed.accounts}::uuid[]) ORDER BY a.account, a.seq`,
    size,
  );
  for (let after = 0; ; ) {
    const rows = await entries(
      db,
      sql`e.agreement = ${agreement} AND e.seq > ${after} ORDER BY e.seq LIMIT ${batch}`,
    );
    yield* await agreementLines(db, rows, size, onlyParty);
    if (rows.length < batch) return;
    after = rows.at(-1)?.seq ?? 0;
  }
}

/** The evidence of all agreements and accounts as NDJSON, in the order of the log, up to the last signature. */
export async function* exportLog(db: Db, since: number): AsyncGenerator<string> {
  const checkpoint = await latestCheckpoint(db);
  yield line(await opening(db, checkpoint, since));
  const size = checkpoint?.size ?? 0;
  for (let from = 0; from < size; from += batch) {
    const to = Math.min(size, from + batch);
    const within = sql`l.index >= ${from} AND l.index < ${to} ORDER BY l.index`;
    const rows = await entries(db, within);
    const ofAgreements = await agreementLines(db, rows, size, null);
    const ofAccounts = await accountLines(db, within, size);
    const ofLog = await logLines(db, within, size);
    yield* inOrder([...ofAgreements, ...ofAccounts, ...ofLog]);
  }
}

async function opening(db: Db, checkpoint: SignedCheckpoint | null, since: number) {
  const { size = 0, note = null, vkey = null } = checkpoint ?? {};
  const proof = since > 0 && since <= size ? await proveConsistency(db, since, size) : null;
  const consistency = proof && { from: since, proof };
  const continued = await restores(db, size);
  const told = continued.length > 0 && { continued };
  return { export: format, checkpoint: note, vkey, consistency, ...told };
}

/** The log's own entries about restored backups, so that readers need not search for them. */
async function restores(db: Db, size: number): Promise<unknown[]> {
  const which = sql`e.chain = ${restoreChain} AND e.act = 'continue' AND l.index < ${size} ORDER BY l.index`;
  const texts = await logLines(db, which, size);
  return texts.map((text) => JSON.parse(text));
}

type Row = {
  agreement: string;
  seq: number;
  at: Date;
  act: string;
  person: string | null;
  party: string | null;
  stage: string;
  detail: Record<string, unknown>;
  previous: string;
  hash: string;
  index: string | null;
};

async function entries(db: Db, which: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } =
    await sql<Row>`SELECT e.agreement, e.seq, e.at, e.act, e.person, e.party, e.stage,
      e.detail, e.previous, e.hash, l.index
    FROM evidence e LEFT JOIN log_leaves l ON l.agreement = e.agreement AND l.seq = e.seq
    WHERE ${which}`.execute(db);
  return rows;
}

type OfLog = Pick<Row, "seq" | "at" | "act" | "detail" | "previous" | "hash" | "index"> & {
  chain: string;
};

/** The same for the chains in which the log records its own events. */
async function readLog(db: Db, which: ReturnType<typeof sql>): Promise<OfLog[]> {
  const { rows } =
    await sql<OfLog>`SELECT e.chain, e.seq, e.at, e.act, e.detail, e.previous, e.hash, l.index
    FROM log_entries e JOIN log_leaves l ON l.chain = e.chain AND l.seq = e.seq
    WHERE ${which}`.execute(db);
  return rows;
}

async function logLines(db: Db, which: ReturnType<typeof sql>, size: number) {
  return proved(db, await readLog(db, which), size, (row) => row);
}

async function agreementLines(db: Db, rows: Row[], size: number, onlyParty: string | null) {
  return proved(db, rows, size, ({ detail, person, ...row }) => {
    const whole = onlyParty === null || row.party === onlyParty;
    return { ...row, ...(whole && { detail, person }) };
  });
}

async function accountLines(db: Db, which: ReturnType<typeof sql>, size: number) {
  return proved(db, await readAccounts(db, which), size, (row) => row);
}

type Logged = { at: Date; index: string | null };

/** Each row as a line, with its place in the log of this size and the proof. */
async function proved<One extends Logged>(
  db: Db,
  rows: One[],
  size: number,
  shown: (row: One) => object,
): Promise<string[]> {
  const logged = rows.map(({ index }) => (index === null ? Infinity : Number(index)));
  const known = logged.filter((index) => index < size);
  const proofs = new Map(
    (await proveInclusion(db, known, size)).map((proof, nth) => [known[nth], proof]),
  );
  return rows.map((row, nth) => {
    const proof = proofs.get(logged[nth]);
    const log = proof ? { index: logged[nth], proof } : null;
    return line({ ...shown(row), at: row.at.toISOString(), index: undefined, log });
  });
}

/** Sorts lines of both kinds in the order of the log. */
function inOrder(lines: string[]): string[] {
  const placed = lines.map((line) => ({
    line,
    index: (JSON.parse(line) as { log: { index: number } }).log.index,
  }));
  return placed.sort((a, b) => a.index - b.index).map(({ line }) => line);
}

function line(value: object): string {
  return `${canonicalJson(value)}\n`;
}
