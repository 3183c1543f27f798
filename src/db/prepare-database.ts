import { ConfigError } from "#src/config/config.ts";
import { closeDatabase } from "./close-database.ts";
import { migrate, SchemaFault } from "./migrate.ts";
import { longLimits, openPool } from "./open-pool.ts";
import { openPrincipals } from "./pool.ts";
import { owner } from "./principal.ts";
import { keepPrincipalKey, type PrincipalMac } from "./principal-mac.ts";

type Place = { ownerUrl: string; mac: PrincipalMac; queue: QueueSchema | null };

/** The queue, if this database carries it: who signs in to it, and what brings its schema to this release's shape. */
type QueueSchema = { url: string; migrate(ownerUrl: string): Promise<void> };

/**
 * Brings the database to this release's shape, as the owner of its tables: migrations, the queue's schema, the key of who
 * serves, and what is taken from everybody. The owner's connections are closed again before anyone is served.
 */
export async function prepareDatabase({ ownerUrl, mac, queue }: Place): Promise<void> {
  const pool = openPool(ownerUrl, { max: 2 }, longLimits);
  try {
    const db = openPrincipals(pool)(owner);
    await migrate(db).catch((error) => {
      throw error instanceof SchemaFault ? new ConfigError(error.message) : error;
    });
    await queue?.migrate(ownerUrl);
    await keepPrincipalKey(db, mac);
    await closeDatabase(db, {
      serving: mac.login,
      queue: queue && userOf(queue.url),
    });
  } finally {
    await pool.end();
  }
}

function userOf(url: string): string | null {
  return decodeURIComponent(new URL(url).username) || null;
}
