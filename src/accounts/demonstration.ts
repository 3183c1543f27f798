import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, ConfigError } from "#src/config/config.ts";
import type { Db } from "#src/db/db.ts";
import { type DemoKey, seedDemoPeople } from "#src/people/seed-demo.ts";
import { closeDemoPeople } from "./close-demo.ts";

export type Demonstration =
  | {
      isOpen: true;
      keys: DemoKey[];
      /** The file that holds the keys. They are shown only at the start that creates them. */
      keyFile: string;
      areNew: boolean;
    }
  | {
      isOpen: false;
      /** How many people of a demonstration in the same data this start closed. */
      closed: number;
    };

type Settings = Pick<Config, "demo" | "databaseUrl" | "dataDir">;

/**
 * Adds the demo people, or closes existing ones. Data that have served others can never become a demonstration again,
 * so a start without PUBLIC_URL does not expose them to demo people.
 */
export async function openDemonstration(
  { demo, databaseUrl, dataDir }: Settings,
  db: Db,
  now: Date,
): Promise<Demonstration> {
  const mark = join(dataDir, "of-record");
  if (demo && !(await exists(mark))) {
    return { isOpen: true, ...(await seedDemoPeople(db, dataDir, now)) };
  }
  if (databaseUrl === null) await writeFile(mark, `${now.toISOString()}\n`, { flag: "a" });
  return { isOpen: false, closed: await closeDemoPeople(db, now) };
}

/** Fails unless signatures of record are sealed and logged with the office's own keys, or deliberately without them. */
export function checkKeys(
  { seal, log, demonstrationSeal, databaseUrl, publicUrl }: Config,
  isDemonstration: boolean,
): void {
  if ((seal && log) || isDemonstration || demonstrationSeal) return;
  if (seal) {
    throw new ConfigError("Set LOG_KEY_FILE and LOG_ORIGIN: the evidence log keeps them for ever.");
  }
  const why =
    databaseUrl === null && publicUrl !== null
      ? "PUBLIC_URL is for a service that others reach; the demonstration starts without it, for this machine alone. "
      : "";
  throw new ConfigError(
    `${why}Set SEAL_KEY_FILE and SEAL_CERT_FILE. A token or a signer may hold the key instead. For a trial DEMONSTRATION_SEAL=allowed goes without them.`,
  );
}

/** The same check once the data are known: settings for a demonstration with data that are not one. */
export function checkData(config: Config, demonstration: Demonstration | null): void {
  if (!config.demo || demonstration?.isOpen !== false) return;
  if ((config.seal && config.log) || config.demonstrationSeal) return;
  throw new ConfigError(
    `The data in ${config.dataDir} have served others, and are no demonstration any more. Set PUBLIC_URL and the keys as before; for a demonstration name another folder with DATA_DIR.`,
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
