import { readConfig } from "#src/config/config.ts";
import { openFoundation } from "#src/foundation.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";

/** `depositary migrate`: migrates the database to this release, and adds its parties and templates. */
export async function migrateDatabase(_: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const foundation = await openFoundation(readConfig(env), { now, observe: observeCommand() });
  await foundation.close();
  console.log("The database is up to date.");
  return 0;
}
