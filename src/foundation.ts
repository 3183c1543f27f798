import { join } from "node:path";
import type { Pool } from "pg";
import { type Demonstration, openDemonstration } from "#src/accounts/demonstration.ts";
import type { ObjectStore } from "#src/archive/objects.ts";
import { openObjects } from "#src/archive/objects-open.ts";
import { type Config, ConfigError } from "#src/config/config.ts";
import { checkLogin, serving } from "#src/db/check-login.ts";
import type { Db } from "#src/db/db.ts";
import { checkCurrent, SchemaFault } from "#src/db/migrate.ts";
import { longLimits, openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { prepareDatabase } from "#src/db/prepare-database.ts";
import { checkIsolation, type Principal, service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { openTurns } from "#src/db/turns.ts";
import { closeDataFolder } from "#src/embedded/data-folder.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import type { LogSigner } from "#src/evidence/last-checkpoint.ts";
import { noteAuthority, noteStore } from "#src/health/noted-parts.ts";
import { openWatch, type Watch } from "#src/health/watch.ts";
import { openLogFiles } from "#src/keys/log-key.ts";
import { openSealFiles, type SealFiles } from "#src/keys/seal-key.ts";
import { openTimestamping, type TimestampingFiles } from "#src/keys/timestamping.ts";
import { type Observe, unobserved } from "#src/observe/observe.ts";
import { seedParties } from "#src/parties/seed.ts";
import { publishTemplates } from "#src/templates/publish.ts";
import { readFolder } from "#src/text/read-folder.ts";

/** What the API and the jobs share: one database, one store, one seal. */
export type Foundation = {
  /** Logs, figures and traces. */
  observe: Observe;
  /** The connection pools, for figures. */
  pools: Record<"requests" | "jobs", Pool>;
  /** The URL of the queue's login; null if Redis carries the queue, or if no such login is configured. */
  queueUrl: string | null;
  /** The URL of the tables' owner, for a command that fills the database; null if none is configured. */
  ownerUrl: string | null;
  /** The database as the service itself, with the limits of a request. */
  db: Db;
  as(principal: Principal): Db;
  /** The same on a separate pool with longer limits, for jobs and commands. */
  long: { db: Db; as(principal: Principal): Db };
  /** The database on a connection reserved for health checks, which waiting requests cannot take. */
  watch: Db;
  /** Whether this process may act. Starts to look when the API or the jobs start. */
  watching: Watch;
  objects: ObjectStore;
  seal: SealFiles;
  /** Signs the evidence log. */
  log: LogSigner;
  timestamping: TimestampingFiles;
  letters: Record<string, string>;
  /** Null unless this process serves people. */
  demonstration: Demonstration | null;
  close(): Promise<void>;
};

/** Connections for requests. Ten of them may write at once, two of those to one agreement. */
const forRequests = 16;
const writers = { maxWriters: 10, maxPerSubject: 2, maxWithoutSubject: 6, maxWaiting: 500 };
/** Connections for jobs: four jobs at once, the relay, the log, deadlines, and the health checks of these. */
const forJobs = 8;

export const templatesFolder = join(import.meta.dirname, "../templates");

type FoundationOptions = {
  now(): Date;
  /** Whether this process serves people. */
  serves?: boolean;
  /** Reports nothing unless given. */
  observe?: Observe;
};

/**
 * Opens the database and starts the bundled one if none is configured. Migrates it if its owner is known. Inserts what
 * every office needs: the parties, the templates and, if it `serves` people on demo data, the demo people. After that
 * no connection is signed in as a login that owns anything. Throws ConfigError, in one sentence, if a setting does not
 * work.
 */
export async function openFoundation(
  config: Config,
  { now, serves = false, observe = unobserved }: FoundationOptions,
): Promise<Foundation> {
  const { outages } = observe;
  const warn = (detail: string) => observe.log.warn("warning", { detail });
  await makeDataFolder(config, warn);
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir });
  const { servingUrl, ownerUrl, queueUrl } = embedded ?? urlsOf(config);
  const limits = config.databaseLimits;
  const pool = openPool(servingUrl, { max: forRequests }, limits);
  const longPool = openPool(servingUrl, { max: forJobs }, longLimits);
  const watchPool = openPool(servingUrl, { max: 1, connectMs: 2000 }, watchLimits);
  let watching: Watch | null = null;
  const close = async () => {
    watching?.stop();
    await Promise.all([pool, longPool, watchPool].map((one) => one.end()));
    await embedded?.stop();
  };
  try {
    const store = openObjects(config);
    await checkServer(longPool, servingUrl);
    const mac = principalMacOf(servingUrl);
    if (ownerUrl !== null) {
      const queue = queueUrl && !config.redisUrl ? { url: queueUrl, migrate: migrateQueue } : null;
      await prepareDatabase({ ownerUrl, mac, queue });
    }
    await checkLogin(longPool, serving);
    await checkStore(store, config);
    const objects = noteStore(store, outages);
    const turns = openTurns({ ...writers, patienceMs: limits.statementMs });
    const { sign } = mac;
    const as = openPrincipals(pool, { turns, sign });
    const long = openPrincipals(longPool, { sign });
    const db = long(service);
    await checkCurrent(db).catch((error) => {
      throw error instanceof SchemaFault ? new ConfigError(error.message) : error;
    });
    await checkIsolation(as(service)).catch((error: Error) => {
      throw new ConfigError(error.message);
    });
    const files = await readFolder(templatesFolder);
    await seedParties(db);
    await publishTemplates(db, files, now());
    const log = await openLogFiles(config);
    const watch = openPrincipals(watchPool, { sign })(service);
    const say = (detail: string) => observe.log.warn("watch", { detail });
    watching = openWatch({ db: watch, log, now, say, outages });
    return {
      observe,
      pools: { requests: pool, jobs: longPool },
      queueUrl: config.redisUrl ? null : queueUrl,
      ownerUrl,
      db: as(service),
      as,
      long: { db, as: long },
      watch,
      watching,
      objects,
      seal: await openSealFiles(config, now()),
      log,
      timestamping: noteAuthority(await openTimestamping(config, now), outages),
      letters: letterTemplates(files),
      demonstration: serves ? await openDemonstration(config, db, now()) : null,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loads BullMQ only if this process migrates a database. */
async function migrateQueue(ownerUrl: string): Promise<void> {
  const queue = await import("#src/jobs/queue.ts");
  await queue.migrateQueue(ownerUrl);
}

function urlsOf({ databaseUrl, databaseOwnerUrl, databaseQueueUrl }: Config) {
  return {
    servingUrl: databaseUrl ?? "",
    ownerUrl: databaseOwnerUrl,
    queueUrl: databaseQueueUrl,
  };
}

/** Stops the start if the store cannot be written to, because nothing signed could be kept. */
async function checkStore(objects: ObjectStore, { objectsUrl }: Config): Promise<void> {
  await objects.check().catch((error: Error) => {
    const place = objectsUrl ? "OBJECTS_URL" : "DATA_DIR";
    throw new ConfigError(`Files cannot be stored where ${place} says: ${rootOf(error)}.`);
  });
}

/** The innermost cause in one line; outer errors say only that something failed. */
function rootOf(error: Error): string {
  const { cause } = error;
  if (cause instanceof Error && (cause.message || "code" in cause)) return rootOf(cause);
  const said = error.message || ("code" in error ? String(error.code) : "no answer");
  return said.replace(/\s+/g, " ").replace(/\.$/, "").slice(0, 300);
}

async function makeDataFolder(
  { dataDir, databaseUrl }: Config,
  warn: (detail: string) => void,
): Promise<void> {
  const bundled = databaseUrl === null;
  const fault = await closeDataFolder(dataDir, { bundled }).catch((error: Error) => {
    throw new ConfigError(`The folder of DATA_DIR cannot be made: ${error.message}.`);
  });
  if (fault) warn(fault);
}

async function checkServer(pool: Pool, databaseUrl: string): Promise<void> {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const place = `${hostname}:${port || "5432"}${pathname}`;
  const { rows } = await pool
    .query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version")
    .catch((error: Error) => {
      throw new ConfigError(
        `The database at ${place} cannot be reached: ${error.message || "no answer"}. Check DATABASE_URL.`,
      );
    });
  const version = rows[0]?.version ?? 0;
  if (version < 150_000) {
    throw new ConfigError(
      `The database at ${place} is PostgreSQL ${Math.trunc(version / 10_000)}; 15 or newer is needed.`,
    );
  }
}

/** Picks the letter templates from the template folder, by `<letter>/<language>.md`. */
export function letterTemplates(files: Record<string, string>): Record<string, string> {
  const folder = "letters/";
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}
