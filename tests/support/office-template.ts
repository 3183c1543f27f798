import { copyFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { closeDatabase } from "#src/db/close-database.ts";
import type { Db } from "#src/db/db.ts";
import { migrate } from "#src/db/migrate.ts";
import { openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner } from "#src/db/principal.ts";
import { openTurns } from "#src/db/turns.ts";
import { queueLogin, servingLogin } from "#src/embedded/logins.ts";
import { templatesFolder } from "#src/foundation.ts";
import { openSealFiles } from "#src/keys/seal-key.ts";
import { seedParties } from "#src/parties/seed.ts";
import { seedDemoPeople } from "#src/people/seed-demo.ts";
import { publishTemplates } from "#src/templates/publish.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { type Entered, enter } from "./office-client.ts";

/** What every office begins with: the schema, the parties, the real templates, and the demo people, each in a session. */
export async function furnish(db: Db, folder: string): Promise<Entered[]> {
  await migrate(db);
  await seedParties(db);
  await publishTemplates(db, await readFolder(templatesFolder), new Date());
  const { keys } = await seedDemoPeople(db, folder, new Date());
  return Promise.all(keys.map((key) => enter(db, key)));
}

/** The people who have entered the template, as its copies find them. */
const entered = "entered.json";

/** Furnishes a database for the run's offices to be copies of: that takes seconds, and a copy a tenth of one. */
export async function makeOfficeTemplate(url: string, folder: string): Promise<void> {
  const limits = { statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };
  const pool = openPool(url, { max: 2, connectMs: 60_000 }, limits);
  const turns = openTurns({
    maxWriters: 2,
    maxPerSubject: 2,
    maxWithoutSubject: 2,
    maxWaiting: 10,
    patienceMs: 60_000,
  });
  const db = openPrincipals(pool, { turns })(owner);
  await writeFile(join(folder, entered), JSON.stringify(await furnish(db, folder)));
  await closeDatabase(db, { serving: servingLogin, queue: queueLogin });
  await pool.end();
  await openSealFiles({ seal: null, dataDir: folder }, new Date());
}

/**
 * The demo people of a copy of the template, whose keys and sessions it has. The keys and the seal, an RSA key of a
 * second, are put into its folder.
 */
export async function peopleOfCopy(folder: string): Promise<Entered[]> {
  const { folder: template } = inject("office");
  await copyFile(join(template, "demo-keys.json"), join(folder, "demo-keys.json"));
  await cp(join(template, "seal"), join(folder, "seal"), { recursive: true });
  return JSON.parse(await readFile(join(template, entered), "utf8"));
}
