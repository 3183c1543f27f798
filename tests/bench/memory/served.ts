import { join } from "node:path";
import { makeKey } from "#src/accounts/make-key.ts";
import { longLimits, openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner } from "#src/db/principal.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { listPeople } from "#src/people/find.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { startService } from "./start-service.ts";

/** A filled database on a PostgreSQL of its own, and a way to start the API over it, as an office has it. */
export async function openServed({ agreements }: { agreements: number }) {
  const folder = freshFolder();
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, "postgres") });
  const env = {
    DATA_DIR: join(folder.path, "data"),
    DATABASE_URL: postgres.servingUrl,
    DATABASE_QUEUE_URL: postgres.queueUrl,
    DEMONSTRATION_SEAL: "allowed",
    PORT: "0",
    TRUSTED_PROXIES: "1",
  };
  const filling = startService(
    ["generate", "--agreements", String(agreements), "--people", "200"],
    {
      ...env,
      DATABASE_OWNER_URL: postgres.ownerUrl,
    },
  );
  const { code } = await filling.ended;
  if (code !== 0) throw new Error(filling.output());
  return {
    keys: (count: number) => makeKeys(postgres.ownerUrl, count),
    /** Starts the API alone. */
    async start() {
      const service = startService(["start", "--only", "api"], env);
      const [, url = ""] = await service.waitFor(/is ready: (http:\S+)/);
      return { service, url };
    },
    async close() {
      await postgres.stop();
      folder.remove();
    },
  };
}

/** Keys of as many people, of the office and of the parties in turn. */
async function makeKeys(ownerUrl: string, count: number): Promise<string[]> {
  const pool = openPool(ownerUrl, { max: 2 }, longLimits);
  const db = openPrincipals(pool)(owner);
  const people = await listPeople(db);
  const inside = people.filter(({ party }) => party === null);
  const outside = people.filter(({ party }) => party !== null);
  const mixed = people
    .flatMap((_, nth) => [inside[nth], outside[nth]])
    .filter((one) => one !== undefined);
  if (mixed.length < count) throw new Error(`There are only ${mixed.length} people.`);
  const keys: string[] = [];
  for (const { id: person } of mixed.slice(0, count)) {
    const wanted = { person, label: "bench", days: 1, now: new Date() };
    keys.push((await makeKey(db, { ...wanted, scopes: ["read"] })).key);
  }
  await pool.end();
  return keys;
}
