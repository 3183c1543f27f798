import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { makeKey } from "#src/accounts/make-key.ts";
import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import { keepCounts } from "#src/agreements/read/keep-counts.ts";
import type { Db } from "#src/db/db.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { createApp } from "#src/http/app.ts";
import { listPeople } from "#src/people/find.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openBench } from "../acts/open-bench.ts";
import { processorTime } from "../processor-time.ts";
import { copyAgreement } from "./fill.ts";

export type Measured = {
  /** Milliseconds from the request to its whole answer, one a round. */
  samples: number[];
  /** Milliseconds of processor time of this process and of the database's, for one request. */
  cpu: number;
  bytes: number;
};

export type Reading = {
  db: Db;
  app: ReturnType<typeof createApp>;
  /** How the data were made. */
  data: string;
  /** Words by how many agreements have them. */
  words: { ofFew: string; beginsOfAllRussian: string; ofAll: string };
  /** A language that no text is in. */
  languageOfNone: string;
  /** In how many of a hundred agreements the party takes part. */
  shareOf(party: string): Promise<number>;
  /** A key of a person of this role; of the party's representative if `party` is given. */
  keyOf(role: string, party?: string): Promise<string>;
  /** Asks so many times, one after the other, after one that warms. */
  measure(
    path: string,
    key: string | null,
    more?: { body?: object; rounds?: number },
  ): Promise<Measured>;
  ask(method: string, path: string, key: string | null, body?: object): Promise<Response>;
  close(): Promise<void>;
};

/** A database that is kept from run to run, in the folder that the variable names. */
const keptIn = process.env.BENCH_DATA;

/**
 * Opens an API over many agreements. With BENCH_DATA they are made once by `depositary generate`, and the folder keeps them. Else
 * one agreement is copied in SQL, which takes a tenth of the time. `DATA` names a folder that keeps such copies. `awaited` says whether
 * the lists of waiting acts are brought up to date first, at 2 ms for each agreement; `histories` that copies of one
 * agreement would say nothing, so that all are generated in any case.
 */
export async function openReading(
  count: number,
  { awaited = true, histories = false } = {},
): Promise<Reading> {
  const folder = freshFolder();
  const kept = keptIn ?? (histories ? folder.path : undefined);
  const dataDir = kept
    ? join(kept, `generated-${count}`)
    : (process.env.DATA ?? join(folder.path, "data"));
  if (kept) generated(dataDir, count);
  const isFilled = existsSync(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir });
  const bench = await openBench(postgres, { clients: 4, agreements: isFilled ? 0 : 1 });
  const { db } = bench;
  if (!isFilled) await fill(db, bench.idOf(1), count);
  // As the job process does within seconds.
  while ((await keepCounts(bench.ctx.db)) > 0);
  await sql`VACUUM ANALYZE`.execute(db);
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  while (awaited && (await keepAwaited(bench.ctx.db, { at: new Date(), failed })) > 0);
  const app = createApp(() => bench.ctx);

  const ask: Reading["ask"] = async (method, path, key, body) => {
    const answer = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(key && { Authorization: `Bearer ${key}` }),
        ...(body && { "Content-Type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };

  return {
    db,
    app,
    data: kept ? "made by depositary generate" : "copies of one agreement",
    ask,
    words: kept
      ? await generatedWords(db)
      : { ofFew: "слово77", beginsOfAllRussian: "стор", ofAll: "ben 2026" },
    languageOfNone: kept ? "ka" : "fr",
    shareOf: async (party) => {
      const { rows } = await sql<{ share: number }>`SELECT
        (100.0 * count(*) FILTER (WHERE ${party} = ANY (party_codes)) / count(*))::float AS share
        FROM agreements`.execute(db);
      return rows[0]?.share ?? 0;
    },
    keyOf: async (role, party) => {
      const people = await listPeople(db);
      const person = people.find(
        (one) => one.party === (party ?? null) && one.roles.some((has) => has === role),
      );
      if (!person) throw new Error(`Nobody is ${role}${party ? ` of ${party}` : ""}.`);
      const wanted = { person: person.id, label: "bench", days: 1, now: new Date() };
      return (await makeKey(db, { ...wanted, scopes: ["read", "act"] })).key;
    },
    measure: async (path, key, { body, rounds = 20 } = {}) => {
      const samples: number[] = [];
      let bytes = 0;
      let before = 0;
      for (let round = 0; round <= rounds; round++) {
        if (round === 1) before = await used(db);
        const start = performance.now();
        const answer = await ask(body ? "PUT" : "GET", path, key, body);
        bytes = (await answer.arrayBuffer()).byteLength;
        // The first one plans and warms.
        if (round > 0) samples.push(performance.now() - start);
      }
      return { samples, cpu: ((await used(db)) - before) / rounds, bytes };
    },
    close: async () => {
      await bench.close();
      await postgres.stop();
      folder.remove();
    },
  };
}

/** Goes on where an interrupted run stopped. A file says when all are there: to find that out takes the command half a minute. */
function generated(dataDir: string, count: number): void {
  const whole = `${dataDir}.whole`;
  if (existsSync(whole)) return;
  const args = ["src/cli.ts", "generate", "--agreements", String(count)];
  execFileSync(process.execPath, args, {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: "inherit",
  });
  writeFileSync(whole, "");
}

/** Of references, the first part is the same in all agreements. */
async function generatedWords(db: Db): Promise<Reading["words"]> {
  const { rows } = await sql<{ reference: string }>`SELECT reference FROM agreements
    ORDER BY id LIMIT 1`.execute(db);
  const reference = rows[0]?.reference.replaceAll("/", " ") ?? "";
  return {
    ofFew: reference,
    beginsOfAllRussian: "стор",
    ofAll: reference.split(" ")[0] ?? "",
  };
}

/** Korea takes part in all, Kazakhstan in half, Estonia in one of eleven, the organization in one of a thousand. */
async function fill(db: Db, first: string, count: number): Promise<void> {
  await copyAgreement(db, first, {
    count,
    stages: ["draft.editing", "review.circulated", "review.settled", "sign.open", "publish"],
    parties: Array.from({ length: 1000 }, (_, n) => [
      "KR",
      n % 2 === 0 ? "KZ" : "AE",
      ...(n % 11 === 0 ? ["EE"] : []),
      ...(n === 7 ? ["HUB"] : []),
    ]),
  });
}

async function used(db: Db): Promise<number> {
  const { own, postgres } = await processorTime(db);
  return own + postgres;
}
