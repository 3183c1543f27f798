import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "#src/config/config.ts";
import { pemOf } from "#src/pdf/keys/issue-certificate.ts";
import { openSealKey, type SealKey, type SealKeyPems } from "#src/pdf/seal-key.ts";
import { openSeal } from "./open-seal.ts";

export type SealFiles = {
  key: SealKey;
  /** PEM certificates of the authorities that this service's own verifier trusts. */
  trust: string[];
};

/** The path in the data folder of our own authority's certificate. */
export const authorityFile = join("seal", "authority.pem");

/**
 * Opens the seal's key from the configured place, else a demonstration key created at the first start and kept in the
 * data folder. Throws ConfigError if a configured key is not what it should be.
 */
export async function openSealFiles(
  config: Pick<Config, "seal" | "dataDir">,
  now: Date,
): Promise<SealFiles> {
  if (!config.seal) return openOwn(config.dataDir, now);
  const key = await openSeal(config.seal);
  // Without a chain, readers trust the certificate itself.
  const authorities = key.chain.length > 0 ? key.chain : [key.certificate];
  return { key, trust: authorities.map(pemOf) };
}

async function openOwn(dataDir: string, now: Date): Promise<SealFiles> {
  const folder = join(dataDir, "seal");
  const pems = await readOwn(folder).catch(() => makeOwn(folder, now));
  return { key: openSealKey(pems), trust: [pems.authority] };
}

async function readOwn(folder: string): Promise<SealKeyPems> {
  const [key, certificate, authority] = await Promise.all(
    ["key.pem", "certificate.pem", "authority.pem"].map((name) =>
      readFile(join(folder, name), "utf8"),
    ),
  );
  if (!key || !certificate || !authority) throw new Error("The seal is not complete.");
  return { key, certificate, authority };
}

/** Written beside and then moved into place, so that a crash never leaves half a seal. */
async function makeOwn(folder: string, now: Date): Promise<SealKeyPems> {
  // Only a first start makes a key.
  const { makeSealKey } = await import("#src/pdf/keys/make-seal-key.ts");
  const pems = makeSealKey({ now, days: 3650 });
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(join(draft, "key.pem"), pems.key, { mode: 0o600 });
  await writeFile(join(draft, "certificate.pem"), pems.certificate);
  await writeFile(join(draft, "authority.pem"), pems.authority);
  try {
    await rename(draft, folder);
    return pems;
  } catch {
    // Another process was first: use its seal.
    await rm(draft, { recursive: true, force: true });
    return readOwn(folder);
  }
}
