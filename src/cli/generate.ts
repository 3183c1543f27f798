import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, ConfigError, readConfig } from "#src/config/config.ts";
import { version } from "#src/config/version.ts";
import { longLimits, openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner } from "#src/db/principal.ts";
import { type Foundation, openFoundation } from "#src/foundation.ts";
import { NotEmpty } from "#src/generate/begin-or-continue.ts";
import { attachment } from "#src/generate/conclude.ts";
import { generate } from "#src/generate/generate.ts";
import { describeKeys } from "#src/keys/describe.ts";
import { nodeContext } from "#src/node.ts";
import { readWanted } from "./generate-options.ts";
import { tellGenerated, tellProgress } from "./generate-words.ts";
import { Interrupted } from "./interrupted.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";

/**
 * `depositary generate --agreements N`: fills an empty database with invented agreements, people and histories, to try
 * the service at its size. The same seed gives the same rows. Run again, it adds what is missing.
 */
export async function generateAgreements(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const wanted = readWanted(words);
  const config = readConfig(env);
  refuseOfRecord(config);
  const began = performance.now();
  const foundation = await openFoundation(config, { now, observe: observeCommand() });
  try {
    const target = ownerOf(foundation, "DATABASE_OWNER_URL");
    const made = { count: 0 };
    try {
      await foundation.objects.attached.put(attachment);
      const office = { db: target.db, signer: foundation.log, release: version };
      const done = await withScratch((scratch) =>
        generate(office, scratch, wanted, (count) => {
          made.count = count;
          tellProgress(count, wanted.agreements);
        }),
      );
      await tellGenerated(target.db, done, performance.now() - began);
      return 0;
    } catch (error) {
      if (error instanceof NotEmpty) throw new ConfigError(error.message);
      throw new Interrupted(made.count, error);
    } finally {
      await target.close();
    }
  } finally {
    await foundation.close();
  }
}

/** Settings of a service of record: what is generated must never be sealed, logged or sent in its name. */
function refuseOfRecord({ seal, log, smtpUrl, publicUrl }: Config): void {
  const set = Object.entries({
    SEAL_CERT_FILE: seal,
    LOG_KEY_FILE: log,
    SMTP_URL: smtpUrl,
    PUBLIC_URL: publicUrl,
  }).flatMap(([name, value]) => (value ? [name] : []));
  if (set.length === 0) return;
  throw new ConfigError(
    `${set.join(", ")} ${set.length > 1 ? "are" : "is"} set, as for a service of record. Generated agreements are invented: run this command without, on a database of its own.`,
  );
}

/** The tables' owner, who alone may write what triggers make. */
function ownerOf({ ownerUrl }: Foundation, setting: string) {
  if (ownerUrl === null) {
    throw new ConfigError(`Set ${setting}: this command writes as the owner of the tables.`);
  }
  const pool = openPool(ownerUrl, { max: 2 }, longLimits);
  return { db: openPrincipals(pool)(owner), close: () => pool.end() };
}

/** A service of its own on a fresh folder, in which the histories are played; it is removed afterwards. */
async function withScratch<T>(
  use: (scratch: Parameters<typeof generate>[1]) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "depositary-generate-"));
  // For root the database runs under another account, which must be able to reach its folder.
  await chmod(dataDir, 0o711);
  const config = readConfig({ DATA_DIR: dataDir });
  const observe = observeCommand();
  try {
    const foundation = await openFoundation(config, { now, observe });
    const { db, close } = ownerOf(foundation, "DATABASE_OWNER_URL");
    try {
      const keys = describeKeys(config, foundation);
      return await use({ ctx: { ...nodeContext(foundation, () => {}), keys }, db });
    } finally {
      await close();
      await foundation.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
