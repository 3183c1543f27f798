import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { synchronize, writeDurably } from "#src/bytes/durable-file.ts";
import { type Config, ConfigError } from "#src/config/config.ts";
import type { LastCheckpoint, LogSigner } from "#src/evidence/last-checkpoint.ts";
import type { NoteSigner } from "#src/evidence/sign-note.ts";

type Settings = Pick<Config, "log" | "dataDir"> & Partial<Pick<Config, "logCheckpointFile">>;

/**
 * Opens the signer of the evidence log. Uses the configured key and name, else a key created at the first start and
 * kept in the data folder. The last checkpoint is stored beside the key, or at the configured path. Throws ConfigError
 * if the named file holds no such key.
 */
export async function openLogFiles({ logCheckpointFile, ...config }: Settings): Promise<LogSigner> {
  const folder = join(config.dataDir, "log");
  const beside = config.log ? `${config.log.keyFile}.checkpoint` : join(folder, "checkpoint");
  const signer = config.log ? await openNamed(config.log) : await openOwn(folder);
  return { ...signer, last: lastCheckpointIn(resolve(logCheckpointFile ?? beside)) };
}

/** Keeps the last checkpoint in a file. Replaces it atomically: writes beside it, syncs to disk, then renames. */
export function lastCheckpointIn(file: string): LastCheckpoint {
  return {
    read: () =>
      readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    write: async (note) => {
      const draft = `${file}.${randomBytes(6).toString("hex")}`;
      try {
        await writeDurably(draft, note, 0o600);
        await rename(draft, file);
      } finally {
        await rm(draft, { force: true });
      }
      await synchronize(dirname(file));
    },
  };
}

async function openNamed({ keyFile, origin }: NonNullable<Config["log"]>): Promise<NoteSigner> {
  const pem = await readFile(keyFile, "utf8").catch((error: Error) => {
    throw new ConfigError(`LOG_KEY_FILE cannot be read: ${error.message}`);
  });
  const key = readKey(pem);
  if (!key) throw new ConfigError("LOG_KEY_FILE must hold an Ed25519 key (PKCS #8, PEM).");
  return { name: origin, key };
}

function readKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

async function openOwn(folder: string): Promise<NoteSigner> {
  return readOwn(folder).catch(() => makeOwn(folder));
}

async function readOwn(folder: string): Promise<NoteSigner> {
  const [pem, name] = await Promise.all(
    ["key.pem", "origin"].map((file) => readFile(join(folder, file), "utf8")),
  );
  const key = readKey(pem ?? "");
  if (!key || !name) throw new Error("The log's key is not complete.");
  return { name: name.trim(), key };
}

/** Written beside and then moved into place, so that a crash never leaves half a key. */
async function makeOwn(folder: string): Promise<NoteSigner> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const draft = `${folder}.${randomBytes(6).toString("hex")}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  await writeFile(join(draft, "key.pem"), pem, { mode: 0o600 });
  // A random part, so that no two logs with default settings share a name.
  await writeFile(join(draft, "origin"), `localhost/evidence/${randomBytes(4).toString("hex")}\n`);
  try {
    await rename(draft, folder);
  } catch {
    // Another process was first: use its key.
    await rm(draft, { recursive: true, force: true });
  }
  return readOwn(folder);
}
