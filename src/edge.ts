import { Pool } from "pg";
import { objectsInR2, type R2Bucket } from "#src/archive/objects-r2.ts";
import { readZone } from "#src/config/office-zone.ts";
import { version } from "#src/config/version.ts";
import type { Context } from "#src/context.ts";
import { openCursorKey } from "#src/db/cursor.ts";
import { type Db, openDb } from "#src/db/db.ts";
import { noteStore } from "#src/health/noted-parts.ts";
import { databaseRefusal } from "#src/http/api/database-refusal.ts";
import { createApp } from "#src/http/app.ts";
import { learnProblemWords } from "#src/http/lighter-at-the-edge/problem-words.ts";
import { noLimits } from "#src/limits/rates.ts";
import { type Level, levels } from "#src/observe/events.ts";
import { lineWriter } from "#src/observe/line-writer.ts";
import { openLogger } from "#src/observe/logger.ts";
import { type Observe, unobserved } from "#src/observe/observe.ts";
import { openOutages } from "#src/observe/outages.ts";
import { noOrigin } from "#src/observe/request-id.ts";
import { learnCheckWords } from "./http/lighter-at-the-edge/check-words.ts";

type Bindings = {
  /** Lines below this level are not written; `info` unless set. */
  LOG_LEVEL?: string;
  HYPERDRIVE: { connectionString: string };
  OBJECTS: R2Bucket;
  /** The built web app, the contract and the sentences of refusals. */
  ASSETS: { fetch(url: string): Promise<Response> };
  PUBLIC_URL?: string;
  OFFICE_ZONE?: string;
};
type Execution = { waitUntil(done: Promise<unknown>): void };

/** A person waits for the answer: a database that does not respond becomes a 503, not a request that never ends. */
const limits = { max: 1, connectionTimeoutMillis: 5000, query_timeout: 10_000 };

/** Built once in each isolate. Whatever belongs to one request comes with the request. */
const app = createApp(({ env }) => {
  if (!env.context) throw new Error("A request at the edge came without its context.");
  return env.context;
});

/**
 * The same API at the edge. It writes the outbox and never sees the queue: a job runner beside the database does the
 * rest. Whatever needs a full machine (typesetting, verifying) answers 501.
 */
export default {
  async fetch(request: Request, env: Bindings, execution: Execution): Promise<Response> {
    // A connection belongs to the request that opened it; reusing it in the next request would hang that request.
    const pool = new Pool({ ...limits, connectionString: env.HYPERDRIVE.connectionString });
    // The pool replaces a connection that ends while idle at the next query.
    pool.on("error", () => {});
    const observe = observeWith(env);
    const db = noteDatabase(pool, observe);
    await Promise.all([
      learnProblemWords(() => readAsset(env, "refusals.json")),
      learnCheckWords(() => readAsset(env, "checks.json")),
    ]);
    try {
      return await app.fetch(request, { context: edgeContext({ db, env, observe }) });
    } finally {
      execution.waitUntil(db.destroy());
    }
  },
};

const now = () => new Date();

/** An unknown level counts as not set: a Worker has no start that could refuse it. */
function levelOf({ LOG_LEVEL }: Bindings): Level {
  return levels.find((level) => level === LOG_LEVEL) ?? "info";
}

let observed: Observe | null = null;

/** One for each isolate, so that an outage leaves one line and not one for each request. */
function observeWith(env: Bindings): Observe {
  if (observed) return observed;
  const log = openLogger(lineWriter({ level: levelOf(env), now, line: console.log }));
  const ticks = () => performance.now();
  observed = { ...unobserved, log, ticks, outages: openOutages({ log, ticks }) };
  return observed;
}

/** Nothing watches the database here: its outages show in what requests ask of it. */
function noteDatabase(pool: Pool, { outages }: Observe): Db {
  const isOutage = (error: unknown) =>
    error instanceof Error && databaseRefusal(error)?.code === "unavailable";
  const connect = async () => {
    try {
      return await pool.connect();
    } catch (error) {
      if (isOutage(error)) outages.failed("database", error);
      throw error;
    }
  };
  const noted = { connect, end: () => pool.end(), options: pool.options };
  return openDb(noted, (event) => {
    if (event.level === "query" || !isOutage(event.error)) outages.well("database");
    else outages.failed("database", event.error);
  });
}

const readAsset = async ({ ASSETS }: Bindings, name: string) =>
  (await ASSETS.fetch(`https://assets.invalid/${name}`)).text();

type Given = { db: Db; env: Bindings; observe: Observe };

function edgeContext({ db, env, observe }: Given): Context {
  return {
    ...observe,
    origin: noOrigin,
    metricsToken: null,
    db,
    // Other requests share these connections, so no setting may stay on one. The application's scope protects the rows.
    as: () => db,
    objects: noteStore(objectsInR2(env.OBJECTS), observe.outages),
    typesetter: null,
    mailer: null,
    demo: null,
    keys: null,
    version,
    page: () => readAsset(env, "index.html"),
    contract: () => readAsset(env, "openapi.json"),
    publicUrl: env.PUBLIC_URL ?? null,
    provider: null,
    trustedProxies: 0,
    zone: readZone(env.OFFICE_ZONE ?? null),
    cursorKey: openCursorKey(db),
    limits: noLimits,
    readiness: null,
    overTls: true,
    committed: () => {},
    now,
    // The edge does not watch; the machine that runs the jobs stops the service.
    halted: () => null,
    id: () => crypto.randomUUID(),
  };
}
