import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCrl } from "#src/pdf/revocation/read-crl.ts";
import { verifyInThread } from "#src/pdf/verify-in-thread.ts";
import { authorityFile } from "#src/seal-files.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary verify F.pdf [--json] [--trust ca.pem] [--timestamp-trust tsa.pem] [--crl list.crl]`: prints
 * the verdict, the level and why. Ends with 0 for VALID and nothing else, 1 for every other verdict.
 */
export async function verify(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, {
    json: { type: "boolean" },
    trust: { type: "string" },
    "timestamp-trust": { type: "string" },
    crl: { type: "string" },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("Name one PDF to verify.");
  const trust =
    typeof values.trust === "string" ? [await readPem(values.trust)] : await ownAuthority(env);
  const clock = values["timestamp-trust"] ?? env.TIMESTAMP_TRUST_FILE;
  const timestampTrust = typeof clock === "string" && clock !== "" ? [await readPem(clock)] : null;
  const lists = typeof values.crl === "string" ? [await readList(values.crl)] : [];
  const { verdict, reasons, findings, signatures, timestamps, level, ...judged } =
    await verifyInThread(await readBytes(file), {
      trust,
      revocationLists: lists,
      at: new Date(),
      ...(timestampTrust && { timestampTrust }),
    });
  const { revision0Digest: original, archival } = judged;
  const codes = findings.map(({ code }) => code);
  const answer = { verdict, level, archival, original, reasons, codes, signatures, timestamps };
  if (values.json) console.log(JSON.stringify(answer, null, 2));
  else {
    const said = level ? `${verdict} ${level}` : verdict;
    console.log([said, ...reasons.map((reason) => `  ${reason}`)].join("\n"));
  }
  return verdict === "VALID" ? 0 : 1;
}

async function readList(file: string): Promise<Uint8Array> {
  const der = await readFile(file).catch((error: Error) => {
    throw new UsageError(`The revocation list cannot be read: ${error.message}`);
  });
  try {
    return readCrl(new Uint8Array(der)).der;
  } catch {
    throw new UsageError(`${file} is no whole revocation list in DER.`);
  }
}

export async function readPem(file: string): Promise<string> {
  const pem = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`The trust file cannot be read: ${error.message}`);
  });
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) {
    throw new UsageError(`${file} holds no PEM certificate.`);
  }
  return pem;
}

async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: Error) => {
    throw new UsageError(`The PDF cannot be read: ${error.message}`);
  });
}

/** The authority that the settings name, else the data folder's own, if there is one. */
export async function ownAuthority(env: NodeJS.ProcessEnv): Promise<string[]> {
  const named = env.SEAL_CHAIN_FILE || env.SEAL_CERT_FILE;
  const file = named || join(env.DATA_DIR || "data", authorityFile);
  try {
    return [await readFile(file, "utf8")];
  } catch {
    return [];
  }
}
