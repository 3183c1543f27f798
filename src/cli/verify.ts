import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type NamedList, openList } from "#src/pdf/revocation/find-lists.ts";
import type { SignatureReport, TimestampReport, Verification } from "#src/pdf/verify.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { isolate } from "#src/text/isolate.ts";
import {
  type NamedAuthorities,
  ownAuthority,
  readAuthorities,
  readPem,
} from "./read-authorities.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary verify F.pdf [--json] [--trust [NAME=]ca.pem]… [--timestamp-trust tsa.pem] [--crl list.crl]…`: prints the
 * verdict, the level, the reasons, the notes for a reader, and each signature. An unusable revocation list is among the
 * notes. Exits with 0 for VALID only, 1 for every other verdict, 2 if a file or a name cannot be used.
 */
export async function verify(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, {
    json: { type: "boolean" },
    trust: { type: "string", multiple: true },
    "timestamp-trust": { type: "string" },
    crl: { type: "string", multiple: true },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("Name one PDF to verify.");
  const named = await readAuthorities([values.trust ?? []].flat().map(String));
  const isNamed = values.trust !== undefined;
  const clock = values["timestamp-trust"] ?? (named.timestamps ? "" : env.TIMESTAMP_TRUST_FILE);
  const ofClock = typeof clock === "string" && clock !== "" ? [await readPem(clock)] : [];
  const timestampTrust = [...(named.timestamps ?? []), ...ofClock];
  const lists = await Promise.all([values.crl ?? []].flat().map(String).map(readList));
  const fieldTrust = fieldsOf(named);
  const verification = await verifyInProcess(await readBytes(file), {
    sealTrust: isNamed ? named.seal : await ownAuthority(env),
    fieldTrust,
    ownKeyFields: Object.keys(fieldTrust),
    revocationLists: lists,
    saysOfLists: true,
    at: new Date(),
    ...(timestampTrust.length > 0 && { timestampTrust }),
  });
  expectKnown(named, verification);
  console.log(values.json ? asJson(verification) : asText(verification));
  return verification.verdict === "VALID" ? 0 : 1;
}

/** The trust for each party's field, in the verifier's form. */
export function fieldsOf({ parties }: NamedAuthorities): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(parties).map(([party, pems]) => [`Party-${party}`, pems]),
  );
}

function expectKnown({ parties }: NamedAuthorities, { fields }: Verification): void {
  if (!fields) return;
  const codes = fields.flatMap((field) => /^Party-(.+)$/.exec(field)?.[1] ?? []);
  const unknown = Object.keys(parties).find((code) => !codes.includes(code));
  if (unknown === undefined) return;
  throw new UsageError(
    `--trust ${unknown}=… names no party of this file. Its names are ${[...codes, "seal", "timestamp"].join(", ")}.`,
  );
}

function asJson(verification: Verification): string {
  const { verdict, level, archival, demonstration, reasons, findings, ...rest } = verification;
  const { revision0Digest: original, warnings, signatures, timestamps } = rest;
  const codes = findings.map(({ code }) => code);
  const about = { verdict, level, archival, demonstration, original, reasons, codes, warnings };
  return JSON.stringify({ ...about, signatures, timestamps }, null, 2);
}

function asText(verification: Verification): string {
  const { verdict, level, reasons, warnings, signatures, timestamps } = verification;
  const isForeign = verdict === "NOT_OURS";
  const line = (one: SignatureReport | TimestampReport, title: string) =>
    `  ${title}: ${[whose(one), ...(isForeign ? ofForeign(one) : ofOurs(one))].join(", ")}`;
  return [
    level ? `${verdict} ${level}` : verdict,
    ...reasons.map((reason) => `  ${reason}`),
    ...(verification.demonstration ? [`  ${ofDemonstration}`] : []),
    ...warnings.map(({ sentence }) => `  Note: ${sentence}`),
    ...signatures.map((one, i) => line(one, one.field || `Signature ${i + 1}`)),
    ...timestamps.map((one, i) => line(one, one.field || `Document timestamp ${i + 1}`)),
  ].join("\n");
}

const ofDemonstration =
  "The seal is a demonstration's: nobody outside of this trial vouches for it, and it binds nobody.";

/** The name on a signature. A stranger chooses these names, so isolates keep them to their place in the line. */
export function whose({ subject, issuer }: Pick<SignatureReport, "subject" | "issuer">): string {
  const own = (name: string) => isolate(name, "en");
  return subject
    ? `${own(subject)} (issued by ${own(issuer)})`
    : "whose certificate cannot be read";
}

function ofForeign({ digestOk, coversFile }: SignatureReport | TimestampReport): string[] {
  const digest =
    digestOk === null
      ? "its digest cannot be checked"
      : digestOk
        ? "its digest fits the bytes it covers"
        : "its digest does not fit the bytes it covers";
  return [digest, coversFile ? "covers the whole file" : "does not cover the whole file"];
}

function ofOurs(one: SignatureReport | TimestampReport): string[] {
  const said: string[] = [];
  if ("attested" in one && one.attested) said.push("consent attested by the depositary");
  if ("level" in one && one.level) said.push(`level ${one.level}`);
  const at = "provenAt" in one ? one.provenAt : one.at;
  if (at) said.push(`${"provenAt" in one || one.trusted ? "proven at" : "says"} ${at}`);
  if (!one.trusted) said.push("not trusted");
  return said;
}

async function readList(file: string): Promise<NamedList> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UsageError(`The revocation list cannot be read: ${error.message}`);
  });
  return openList(new Uint8Array(bytes), basename(file));
}

async function readBytes(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: Error) => {
    throw new UsageError(`The PDF cannot be read: ${error.message}`);
  });
}
