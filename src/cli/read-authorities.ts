import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { authorityFile } from "#src/keys/seal-key.ts";
import { UsageError } from "./usage.ts";

/** The authorities that a reader trusts, by purpose; PEM texts. */
export type NamedAuthorities = {
  /** For the seal and for consents that the depositary attests. */
  seal: string[];
  /** For timestamps; null if none is given. */
  timestamps: string[] | null;
  /** For a party's own signatures, by the party's code. */
  parties: Record<string, string[]>;
};

/**
 * Reads the values of `--trust` (ADR 0056): `KZ=kz.pem` for a party, `seal=office.pem` for the depositary,
 * `timestamp=clock.pem`. A file without a name is the depositary's, and must hold one authority.
 *
 * @throws UsageError that names the file, or the value that it does not understand
 */
export async function readAuthorities(words: readonly string[]): Promise<NamedAuthorities> {
  const named: NamedAuthorities = { seal: [], timestamps: null, parties: {} };
  const parties = new Map<string, string[]>();
  const bare: string[] = [];
  for (const word of words) {
    const [, name, file = ""] = /^([A-Za-z][\w-]*)=(.*)$/.exec(word) ?? [null, null, word];
    if (file === "") throw new UsageError(`--trust ${word} names no file.`);
    const pem = await readPem(file);
    if (name === null || name === undefined) bare.push(pem);
    else if (name === "seal") named.seal.push(pem);
    else if (name === "timestamp") named.timestamps = [...(named.timestamps ?? []), pem];
    else {
      const code = name.replace(/^Party-/, "");
      parties.set(code, [...(parties.get(code) ?? []), pem]);
    }
  }
  expectOneAuthority(bare);
  named.seal.push(...bare);
  return { ...named, parties: Object.fromEntries(parties) };
}

/** PEM certificates in a file. */
export async function readPem(file: string): Promise<string> {
  const pem = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`The trust file cannot be read: ${error.message}`);
  });
  try {
    if (certificatesIn(pem).length > 0) return pem;
  } catch {
    throw new UsageError(`${file} holds a certificate that cannot be read.`);
  }
  throw new UsageError(`${file} holds no PEM certificate.`);
}

/** The authority that the settings name, else the data folder's own, if it exists. */
export async function ownAuthority(env: NodeJS.ProcessEnv): Promise<string[]> {
  const named = env.SEAL_CHAIN_FILE || env.SEAL_CERT_FILE;
  const file = named || join(env.DATA_DIR || "data", authorityFile);
  try {
    return [await readFile(file, "utf8")];
  } catch {
    return [];
  }
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

/** In one file it is unclear whose authority is whose, and each could sign for all. */
function expectOneAuthority(pems: string[]): void {
  const all = pems.flatMap(certificatesIn);
  const unique = all.filter((one, i) => all.findIndex(({ raw }) => raw.equals(one.raw)) === i);
  const tops = unique.filter(
    (one) => !unique.some((other) => other !== one && one.checkIssued(other)),
  );
  if (tops.length <= 1) return;
  const subjects = tops.map(({ subject }) => subject.replaceAll("\n", ", ")).join("; ");
  throw new UsageError(
    `--trust without a name takes one authority, the depositary's, and ${tops.length} are given: ${subjects}. Name whose each is: --trust seal=FILE, --trust KZ=FILE.`,
  );
}
