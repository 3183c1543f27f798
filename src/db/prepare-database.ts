import { ConfigError } from "#src/config/config.ts";
import { closeDatabase } from "./close-database.ts";
import { migrate, SchemaFault } from "./migrate.ts";
import { longLimits, openPool } from "./open-pool.ts";
import { openPrincipals } from "./pool.ts";
import { owner } from "./principal.ts";
import { keepPrincipalKey, type PrincipalMac } from "./principal-mac.ts";

type Place = { ownerUrl: string; mac: PrincipalMac; queue: QueueSchema | null };

/** The queue, if this database carries it: its login's URL, and the function that migrates its schema. */
type QueueSchema = { url: string; migrate(ownerUrl: string): Promise<void> };

/**
 * Prepares the database for this release as the owner of its tables: runs the migrations, migrates the queue's schema,
 * stores the serving login's key, and revokes default grants. Closes the owner's connections before anyone is served.
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
