import { X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, ConfigError } from "#src/config/config.ts";
import { policyFor } from "#src/config/revocation.ts";
import type { RevocationQuestion } from "#src/pdf/revocation/check-revocation.ts";
import {
  findLists,
  type NamedList,
  type RevocationSource,
} from "#src/pdf/revocation/find-lists.ts";
import type { Timestamping } from "#src/pdf/seal.ts";
import type { TimestampAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { openRevocationFolder } from "./revocation-folder.ts";
import type { SealFiles } from "./seal-key.ts";

/** What seals depend on: the timestamp authority, revocation lists, and the authorities of the parties. */
export type TimestampingFiles = {
  timestamps: TimestampAuthority | null;
  revocation: RevocationSource;
  /** The revocation check for certificates of a party, or of `seal`. */
  revocationOf(name: string): RevocationQuestion;
  /** The available revocation lists, including unusable ones. */
  lists(): Promise<NamedList[]>;
  /** PEM of the timestamp authorities; empty if none is configured. */
  timestampTrust: string[];
  /** PEM of each party's own authorities, by the party's code. */
  partyTrust: Record<string, string>;
};

type Settings = Pick<Config, "timestamps" | "revocation" | "partyTrustDir">;

/**
 * Opens the configured files. Each use reads the folder of revocation lists again, so that a new one counts at once.
 *
 * @throws ConfigError if a named file is not what it should be; a revocation list may be anything
 */
export async function openTimestamping(
  { timestamps, revocation, partyTrustDir }: Settings,
  now: () => Date,
): Promise<TimestampingFiles> {
  const lists = openRevocationFolder(revocation.folder);
  const isComplete = revocation.folder !== null;
  const source = findLists({ lists, isComplete, hosts: revocation.hosts, now });
  const pem = timestamps ? await readPem("TIMESTAMP_TRUST_FILE", timestamps.trustFile) : null;
  await lists();
  return {
    timestamps: timestamps && pem ? await openAuthority(timestamps, pem, now) : null,
    revocation: source,
    revocationOf: (name) => ({ revocation: source, policy: policyFor(revocation, name) }),
    lists,
    timestampTrust: pem ? [pem] : [],
    partyTrust: partyTrustDir ? await readPartyTrust(partyTrustDir) : {},
  };
}

/** Loads the code that asks an authority only where one is configured. */
async function openAuthority(
  timestamps: NonNullable<Settings["timestamps"]>,
  pem: string,
  now: () => Date,
): Promise<TimestampAuthority> {
  const { askAuthority } = await import("#src/pdf/timestamp/ask-authority.ts");
  const { readTrust } = await import("#src/pdf/verify/check-trust.ts");
  return askAuthority({ ...timestamps, trust: readTrust([pem]), now });
}

/** Timestamps for seals; null if no timestamp authority is configured. */
export function timestampingOf({ seal, timestamping }: Stood): Timestamping | null {
  const { timestamps, revocation, partyTrust } = timestamping;
  if (!timestamps) return null;
  return { timestamps, revocation, trust: seal.trust, fieldTrust: fieldTrust(partyTrust) };
}

type Stood = { seal: Pick<SealFiles, "trust">; timestamping: TimestampingFiles };

/** The trust for each party's field, in the verifier's form. */
export function fieldTrust(partyTrust: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(partyTrust).map(([party, pem]) => [`Party-${party}`, [pem]]),
  );
}

async function readPartyTrust(folder: string): Promise<Record<string, string>> {
  const names = await namesIn("PARTY_TRUST_DIR", folder, ".pem");
  const entries = names.map(async (name) => {
    const pem = await readPem("PARTY_TRUST_DIR", join(folder, name));
    return [name.slice(0, -".pem".length), pem] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function namesIn(variable: string, folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new ConfigError(`${variable} cannot be read: ${error.message}`);
  });
  return names.filter((name) => name.endsWith(ending)).sort();
}

async function readPem(variable: string, file: string): Promise<string> {
  const pem = await readFile(file, "utf8").catch((error: Error) => {
    throw new ConfigError(`${variable} cannot be read: ${error.message}`);
  });
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.map((block) => new X509Certificate(block)).length > 0) return pem;
  } catch {
    // The error is reported below.
  }
  throw new ConfigError(`${file} holds no PEM certificates.`);
}
