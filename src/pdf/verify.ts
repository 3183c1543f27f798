import { createHash, type X509Certificate } from "node:crypto";
import { storeIn } from "./revisions/archive-revision.ts";
import type { PdfFile } from "./revisions/read-file.ts";
import { signatureFields } from "./revisions/signature-fields.ts";
import { openList } from "./revocation/find-lists.ts";
import type { Crl } from "./revocation/read-crl.ts";
import { sealField } from "./seal-field.ts";
import { type Authorities, assess, type Judged } from "./verify/assess.ts";
import { readStore } from "./verify/check-archive.ts";
import { isAsWritten, isTokenAsWritten } from "./verify/check-canonical.ts";
import { checkSignature } from "./verify/check-signature.ts";
import { holdsOnlyNeeded } from "./verify/check-store.ts";
import { checkStructure, type PlacedSignature } from "./verify/check-structure.ts";
import { conclude, type Verification } from "./verify/conclude.ts";
import { checkFileStructure } from "./verify/file-structure/check-file-structure.ts";
import { type Claim, findClaims } from "./verify/find-claims.ts";
import { type Finding, finding } from "./verify/findings.ts";
import { judgeOther } from "./verify/judge-other.ts";
import { checkEnds, openFile } from "./verify/open-file.ts";
import { largestFile, type VerifyOptions } from "./verify/options.ts";
import { readArchival } from "./verify/read-archival.ts";
import { readTrustOf } from "./verify/read-trust-of.ts";
import { reportSignature, reportTimestamp } from "./verify/report.ts";
import { warningsOf, warningsOfLists } from "./verify/warnings.ts";

export type { SignatureReport, TimestampReport, Verification } from "./verify/conclude.ts";
export type { Finding, Verdict } from "./verify/findings.ts";

const maxSignatures = 400;
const maxBytesToDigest = 3_000_000_000;

/**
 * Verifies a PDF by the rules of SECURITY.md: exactly our own revisions, each signature valid and trusted, nothing
 * after the last. It never throws because of the file's content, and its time is linear in the file's size. For files
 * of strangers use `verifyInProcess`.
 *
 * @throws Error if `trust` contains anything but certificates
 */
export async function verifyPdf(
  bytes: Uint8Array,
  options: VerifyOptions = {},
): Promise<Verification> {
  const { verification, file } = examinePdf(bytes, options);
  const isWhole = file !== null && verification.verdict === "VALID";
  return { ...verification, archival: isWhole ? archivalOf(file) : null };
}

/** The PDF/A level that the original claims, if every revision of the file follows PDF/A; else null. */
function archivalOf(file: PdfFile): string | null {
  return checkFileStructure(file).length === 0 ? readArchival(file) : null;
}

type Examined = {
  /** `archival` is null, because finding it reads the whole file again. */
  verification: Verification;
  /** Certificates on the path from each key to a trusted authority. */
  chains: X509Certificate[][];
  /** Null if the structure cannot be read. */
  file: PdfFile | null;
};

/** The same without the results that only a reader needs, and with those a sealer needs. */
export function examinePdf(bytes: Uint8Array, options: VerifyOptions): Examined {
  const trust = readTrustOf(options);
  const given = (options.revocationLists ?? []).map((one, i) => openList(one, `no. ${i + 1}`));
  const lists = given.flatMap(({ list }) => list ?? []);
  if (bytes.length > largestFile) return judgedAs("too-large");
  const claims = findClaims(bytes);
  const effort = claims.reduce((sum, claim) => sum + claim.end, 0);
  if (claims.length > maxSignatures || effort > maxBytesToDigest) {
    return judgedAs("too-complex");
  }
  const found: Finding[] = checkEnds(bytes, claims);
  const file = openFile(bytes, claims, found);
  const placed = file ? checkStructure(file, claims, options, found) : [];
  const other = judgeOther(bytes, { claims, file, found });
  if (other) return { verification: other, chains: [], file: null };
  const judged = claims.map((claim, index): Judged => {
    const place = placed.find((one) => one.claim === claim) ?? null;
    const label = place ? `"${place.field}"` : `no. ${index + 1}`;
    const isTimestamp = place?.isTimestamp ?? saysTimestamp(bytes, claim);
    return { checked: checkSignature(bytes, claim, { label, isTimestamp }), placed: place, label };
  });
  const sealed = judged.find(({ placed }) => placed?.field === sealField);
  const seal = sealed?.checked.signer ?? null;
  const store = storeOf(file, placed);
  const assessed = assess(judged, { ...trust, seal, at: options.at ?? null, store, lists });
  const isTimestamp = ({ placed }: Judged) => placed?.isTimestamp === true;
  for (const one of judged) found.push(...one.checked.findings, ...assessed.get(one)!.findings);
  const signatures = judged
    .filter((one) => !isTimestamp(one))
    .map((one) => reportSignature(one, assessed.get(one)!, { length: bytes.length, seal }));
  const timestamps = judged
    .filter(isTimestamp)
    .map((one) => reportTimestamp(one, assessed.get(one)!, bytes.length));
  const digest = file ? digestOf(file) : null;
  if (options.originalDigest && digest && digest !== options.originalDigest) {
    found.push(finding("other-original"));
  }
  // Whatever we overlooked above, a file without trusted signatures is never VALID.
  const allTrusted =
    signatures.length > 0 && [...signatures, ...timestamps].every(({ trusted }) => trusted);
  if (found.length === 0 && !allTrusted) found.push(finding("unknown-authority"));
  if (found.length === 0 && sealed && seal && !isAsWritten(bytes, sealed.placed!.claim, seal)) {
    found.push(finding("rewritten-signature", sealed.label));
  }
  const signers = judged.flatMap(({ checked: { signer, stamp } }) => [
    ...(signer ? [signer] : []),
    ...(stamp ? [stamp.signer] : []),
  ]);
  if (found.length === 0 && !holdsOnlyNeeded(store, { signers, trust: trust.all })) {
    found.push(finding("foreign-change", "The archive holds what no signature needs."));
  }
  const rewritten = judged.find(
    (one) => isTimestamp(one) && found.length === 0 && !isTokenAsWritten(bytes, one.placed!.claim),
  );
  if (rewritten) found.push(finding("rewritten-signature", rewritten.label));
  const chains = [...assessed.values()].flatMap((one) => one.chains);
  const warnings = [
    ...judged.flatMap((one) => warningsOf(one, assessed.get(one)!, options.at ?? null)),
    ...(options.saysOfLists ? warningsOfLists(given, chains, options.at ?? null) : []),
  ];
  const concluded = conclude(found, signatures, digest, timestamps, warnings);
  return { verification: { ...concluded, fields: placesIn(file) }, chains, file };
}

/** The original's signature fields; null if the file is not built like ours. */
function placesIn(file: PdfFile | null): string[] | null {
  try {
    return file && signatureFields(file, 0).map(({ name }) => name);
  } catch {
    return null;
  }
}

/** Whether a signature outside any structure claims to be a document timestamp. */
function saysTimestamp(bytes: Uint8Array, { contents }: Claim): boolean {
  const before = bytes.subarray(Math.max(0, contents.start - 200), contents.start);
  return new TextDecoder("latin1").decode(before).includes("/DocTimeStamp");
}

function judgedAs(code: "too-large" | "too-complex"): Examined {
  return { verification: conclude([finding(code)]), chains: [], file: null };
}

/** The content of the newest document security store; empty if the structure is not ours. */
function storeOf(file: PdfFile | null, placed: PlacedSignature[]): Authorities["store"] {
  const last = placed.findLast(({ isTimestamp }) => isTimestamp);
  const store = file && last ? readStore(file, storeIn(file, last.revision), last.revision) : null;
  return store ?? { certificates: [], lists: [] as Crl[] };
}

function digestOf(file: PdfFile): string {
  const original = file.bytes.subarray(0, file.revisions[0]!.end);
  return createHash("sha256").update(original).digest("hex");
}

export type { Level } from "./verify/assess.ts";
