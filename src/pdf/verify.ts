import { createHash, type X509Certificate } from "node:crypto";
import { Broken } from "./revisions/broken.ts";
import { type PdfFile, readFile } from "./revisions/read-file.ts";
import { checkPages } from "./verify/check-pages.ts";
import { checkSignature } from "./verify/check-signature.ts";
import { checkStructure, type PlacedSignature } from "./verify/check-structure.ts";
import { checkTrust, readTrust } from "./verify/check-trust.ts";
import { conclude, type SignatureReport, type Verification } from "./verify/conclude.ts";
import { type Claim, findClaims, holdsRange } from "./verify/find-claims.ts";
import { type Finding, finding } from "./verify/findings.ts";

export type { SignatureReport, Verification } from "./verify/conclude.ts";
export type { Finding, Verdict } from "./verify/findings.ts";

export type VerifyOptions = {
  /** The authorities that are trusted: PEM texts or DER. Without any, nothing is VALID. */
  trust?: readonly (string | Uint8Array)[];
  /** The day of asking. A certificate that has expired by then is EXPIRED even if the signing was in time. */
  at?: Date;
  /** sha-256 of the original on record, in lower-case hex. */
  originalDigest?: string;
  /** Fields that must be there and signed, beside those that the file itself has. */
  expectedFields?: readonly string[];
};

const largestFile = 20 * 1024 * 1024;
const mostSignatures = 400;
const mostBytesToDigest = 3_000_000_000;

/**
 * Judges a PDF by the rules of SECURITY.md: exactly our own revisions, each signature whole and by a
 * trusted hand, nothing after the last. It never throws for what is in the file, and its time grows no
 * faster than the file. For files of strangers see `verifyInThread`.
 *
 * @throws Error where `trust` holds something else than certificates
 */
export async function verifyPdf(
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Promise<Verification> {
  const trust = readTrust(options.trust ?? []);
  if (bytes.length > largestFile) return conclude([finding("too-large")], [], null);
  const claims = findClaims(bytes);
  const effort = claims.reduce((sum, claim) => sum + claim.end, 0);
  if (claims.length > mostSignatures || effort > mostBytesToDigest) {
    return conclude([finding("too-complex")], [], null);
  }
  const found: Finding[] = checkEnds(bytes, claims);
  const file = openFile(bytes, claims, found);
  const placed = file ? checkStructure(file, claims, options, found) : [];
  const signatures = claims.map((claim, index) =>
    judge(bytes, claim, {
      placed: placed.find((one) => one.claim === claim) ?? null,
      number: index + 1,
      at: options.at ?? null,
      trust,
      found,
    }),
  );
  const digest = file ? digestOf(file) : null;
  if (options.originalDigest && digest && digest !== options.originalDigest) {
    found.push(finding("other-original"));
  }
  // Whatever was overlooked above, a file that no trusted hand signed is never VALID.
  const allTrusted = signatures.length > 0 && signatures.every(({ trusted }) => trusted);
  if (found.length === 0 && !allTrusted) found.push(finding("unknown-authority"));
  return conclude(found, signatures, digest);
}

/** What can be seen from outside, before the file's structure is believed. */
function checkEnds(bytes: Uint8Array, claims: Claim[]): Finding[] {
  const start = Buffer.from(bytes.subarray(0, 1024)).indexOf("%PDF-");
  if (start < 0) return [finding("not-a-pdf")];
  if (start > 0) return [finding("bytes-before")];
  const last = claims.at(-1);
  if (!last && holdsRange(bytes)) return [finding("stray-signature")];
  return last && last.end < bytes.length ? [finding("bytes-after-seal")] : [];
}

/** The part of the file that signatures cover, or all of it; null where it cannot be read. */
function openFile(bytes: Uint8Array, claims: Claim[], found: Finding[]): PdfFile | null {
  if (found.some(({ code }) => code === "not-a-pdf" || code === "bytes-before")) return null;
  try {
    const file = readFile(bytes.subarray(0, claims.at(-1)?.end ?? bytes.length));
    checkPages(file);
    return file;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    found.push(...whyUnreadable(bytes, error, claims.length + found.length));
    return null;
  }
}

/** An ordinary file that nobody signed, or one that is encrypted, may have a structure we never write. */
function whyUnreadable(bytes: Uint8Array, error: Broken, signs: number): Finding[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (error.code === "malformed" && buffer.includes("/Encrypt ")) return [finding("encrypted")];
  const isWhole = buffer.subarray(-1024).includes("%%EOF");
  if (signs === 0 && error.code === "malformed" && isWhole) return [finding("no-signature")];
  return [finding(error.code, error.message)];
}

type Place = {
  /** Null where the file's structure is broken or knows nothing of the signature. */
  placed: PlacedSignature | null;
  number: number;
  at: Date | null;
  trust: X509Certificate[];
  found: Finding[];
};

function judge(bytes: Uint8Array, claim: Claim, context: Place): SignatureReport {
  const { placed } = context;
  const label = placed ? `"${placed.field}"` : `no. ${context.number}`;
  const { signer, certificates, findings, ...checked } = checkSignature(bytes, claim, label);
  const signedAt = placed?.at ?? null;
  const doubts =
    signer && signedAt ? checkTrust({ ...context, signer, certificates, signedAt, label }) : [];
  context.found.push(...findings, ...doubts);
  return {
    field: placed?.field ?? "",
    name: placed?.name ?? "",
    reason: placed?.reason ?? "",
    at: signedAt?.toISOString() ?? null,
    coversRevision: placed?.revision ?? null,
    ...checked,
    trusted: checked.cmsOk && checked.digestOk && signedAt !== null && doubts.length === 0,
  };
}

function digestOf(file: PdfFile): string {
  const original = file.bytes.subarray(0, file.revisions[0]!.end);
  return createHash("sha256").update(original).digest("hex");
}
