import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Pool } from "pg";
import type { ObjectStore } from "#src/archive/objects.ts";
import { openObjects } from "#src/archive/objects-open.ts";
import { type Asker, checkIsolation, owner, service } from "#src/asker.ts";
import { type Config, ConfigError } from "#src/config.ts";
import type { Db } from "#src/db.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import type { NoteSigner } from "#src/evidence/sign-note.ts";
import { openLogFiles } from "#src/log-files.ts";
import { migrate } from "#src/migrate.ts";
import { seedParties } from "#src/parties/seed.ts";
import { type DemoKey, seedDemoPeople } from "#src/people/seed-demo.ts";
import { openAskers } from "#src/prepared.ts";
import { openSealFiles, type SealFiles } from "#src/seal-files.ts";
import { publishTemplates } from "#src/templates/publish.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { openWitnessFiles, type WitnessFiles } from "#src/witness-files.ts";

/** What the API and the jobs stand on: one database, one store, one seal. */
export type Foundation = {
  databaseUrl: string;
  /** The database as the service itself. */
  db: Db;
  as(asker: Asker): Db;
  objects: ObjectStore;
  seal: SealFiles;
  /** Who signs the evidence log. */
  log: NoteSigner;
  witness: WitnessFiles;
  letters: Record<string, string>;
  demoKeys: DemoKey[];
  close(): Promise<void>;
};

export const templatesFolder = join(import.meta.dirname, "../templates");

/**
 * Opens the database (starting the bundled one where none is named), brings it to this release's shape,
 * and puts in what every office needs: the parties, the templates and, on demo data, the demo people.
 * Throws ConfigError in one sentence where a setting leads nowhere.
 */
export async function openFoundation(config: Config): Promise<Foundation> {
  await mkdir(config.dataDir, { recursive: true });
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? "";
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 16,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that the server ends while idle is replaced at the next query.
  pool.on("error", () => {});
  // One that ends between two statements of a transaction fails the next of them; it is not the process's end.
  pool.on("connect", (client) => client.on("error", () => {}));
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await checkServer(pool, databaseUrl);
    const as = openAskers(pool);
    const db = as(owner);
    await migrate(db);
    await checkIsolation(as(service));
    const files = await readFolder(templatesFolder);
    await seedParties(db);
    await publishTemplates(db, files, new Date());
    return {
      databaseUrl,
      db: as(service),
      as,
      objects: openObjects(config),
      seal: await openSealFiles(config, new Date()),
      log: await openLogFiles(config),
      witness: await openWitnessFiles(config, () => new Date()),
      letters: letterTemplates(files),
      demoKeys: config.demo ? await seedDemoPeople(db, config.dataDir, new Date()) : [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
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

/** The letters' templates of the folder of templates, by `<letter>/<language>.md`. */
export function letterTemplates(files: Record<string, string>): Record<string, string> {
  const folder = "letters/";
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}
