import { createHash, X509Certificate } from "node:crypto";
import { Refusal } from "#src/errors.ts";
import { addArchive } from "./archive.ts";
import { expectNotRevoked, expectValidKey, expectWhole } from "./check-seal.ts";
import { assembleCms, signedAttributes, withTimestamp } from "./cms/build-cms.ts";
import { lowS } from "./cms/low-s.ts";
import { roomFor } from "./cms/room.ts";
import { extendFile, type PdfFile, readFile } from "./revisions/read-file.ts";
import { signatureFields } from "./revisions/signature-fields.ts";
import type { RevocationQuestion } from "./revocation/check-revocation.ts";
import type { RevocationSource } from "./revocation/find-lists.ts";
import { sealField } from "./seal-field.ts";
import type { SealKey } from "./seal-key.ts";
import { type Attestation, attestationText, sealText } from "./seal-text.ts";
import { embedSignature, prepareIn, type SignatureRequest } from "./sign.ts";
import type { TimestampAuthority } from "./timestamp/ask-authority.ts";
import { withRoom } from "./timestamp/with-room.ts";
import type { VerifyOptions } from "./verify/options.ts";
import { examinePdf } from "./verify.ts";

export type { Attestation } from "./seal-text.ts";

export type Sealed = {
  pdf: Uint8Array;
  /**
   * ETSI EN 319 142-1: without a timestamp, with one, or with one and everything that a reader needs in fifty years.
   * Only a verified level is stated.
   */
  level: "B-B" | "B-T" | "B-LTA";
  /** False for the demonstration authority's key. */
  trusted: boolean;
  /** sha-256 of `pdf`, in lower-case hex. */
  digest: string;
  /** Sentences for the record: what is unknown about revocations, and why a level was not reached. */
  warnings: string[];
};

export type SealRequest = {
  /** One for each party's field, in signing order. */
  signatures: Attestation[];
  /** Fields of parties that have not signed and were not needed; the seal names them. */
  unsigned?: string[];
  key: SealKey;
  /** When the depositary seals, as the seal states it. */
  at: Date;
  /** The actual time of sealing; `at` unless given. The certificate must be valid at both times. */
  now?: Date;
  /** The instrument's reference, which the seal's reason names. */
  reference: string;
  /** The last act before the seal, by its index in the evidence log; null if the log has not taken it yet. */
  log?: { origin: string; index: number } | null;
  /** BCP 47; the language of the signatures' text. */
  language?: string;
  /** The instrument's IANA zone for printed days and times; UTC if not given. */
  zone?: string;
  /** Fields that parties have signed with their own keys, in this order: `pdf` has a revision for each. */
  signed?: string[];
  /** The timestamp authority and what is kept about revocations; without it the level is B-B. */
  timestamping?: Timestamping | null;
  /** The revocation check of the seal's own certificates before sealing; none unless given. */
  revocation?: RevocationQuestion;
};

export type Timestamping = {
  timestamps: TimestampAuthority;
  revocation: RevocationSource;
  /** The trust to verify the finished file; see `VerifyOptions`. */
  trust?: VerifyOptions["trust"];
  sealTrust?: VerifyOptions["sealTrust"];
  fieldTrust?: VerifyOptions["fieldTrust"];
};

/**
 * Seals a frozen original, which the parties may have signed with their own keys. Adds one revision for each other
 * party, in which the depositary's key attests the consent on record, and a last one for the seal over them all. Adds
 * only signatures; the original is a byte prefix of the result.
 *
 * @throws Refusal `invalid-pdf` if a field would stay empty or is missing
 * @throws NoTimestamp if a timestamp is wanted and there is none: nothing is sealed then
 * @throws Refusal `unavailable` if the key's certificate is not valid on that day, or is revoked, or if that is unknown
 * and the policy requires it
 * @throws Refusal `unprintable-character` if no font prints a name
 * @throws Broken if the original is not of the kind we write
 */
export async function sealInstrument(pdf: Uint8Array, request: SealRequest): Promise<Sealed> {
  const { signatures, unsigned = [], signed = [], key, at, reference } = request;
  const { language = "en", zone = "UTC", timestamping = null, log = null } = request;
  const { now = at } = request;
  for (const time of [at, now]) expectValidKey(key, time);
  const warnings = request.revocation ? await expectNotRevoked(key, request.revocation) : [];
  let file = readFile(pdf);
  const own = [key.certificate, ...key.chain];
  const attested = signatures.map((signature) => signature.field);
  expectFields(file, signed, [...attested, ...unsigned, sealField]);
  for (const signature of signatures) {
    const text = attestationText(signature, { language, zone, trusted: key.trusted });
    const request = { ...text, date: at, contentsSize: roomFor(own, null) };
    file = extendFile(file, await addSignature(file, signature.field, key, request));
  }
  const text = sealText({ at, reference, language, zone, trusted: key.trusted, log });
  const signLast = (inTimestamp: Uint8Array[] | null) => {
    const contentsSize = roomFor(own, inTimestamp);
    const last = { ...text, date: at, contentsSize, unsigned, log };
    return addSignature(file, sealField, key, last, timestamping?.timestamps);
  };
  const sealed = timestamping
    ? await withRoom(timestamping.timestamps, signLast)
    : await signLast(null);
  const { bytes, level, ...more } = timestamping
    ? await archive(extendFile(file, sealed), timestamping)
    : { bytes: expectWhole(sealed, { key, signed, now }), level: "B-B" as const, warnings: [] };
  const digest = createHash("sha256").update(bytes).digest("hex");
  warnings.push(...more.warnings);
  return { pdf: bytes, level, trusted: key.trusted, digest, warnings };
}

/** Archives the sealed file if possible, and verifies the result: it never claims a level that was not reached. */
async function archive(
  sealed: PdfFile,
  timestamping: Timestamping,
): Promise<Pick<Sealed, "warnings"> & { bytes: Uint8Array; level: "B-T" | "B-LTA" }> {
  const { timestamps, revocation } = timestamping;
  const options = readerOf(timestamping);
  const { chains } = expectLevel(sealed.bytes, options, "B-T");
  const { file, warnings } = await addArchive(sealed, { chains, timestamps, revocation });
  if (!file) return { bytes: sealed.bytes, level: "B-T", warnings };
  expectLevel(file.bytes, options, "B-LTA");
  return { bytes: file.bytes, level: "B-LTA", warnings };
}

/** The options to verify a file that relies on these timestamps. */
export function readerOf(timestamping: Timestamping): VerifyOptions {
  const { timestamps, trust = [], sealTrust = [], fieldTrust = {} } = timestamping;
  const timestampTrust = timestamps.trust.map(({ raw }) => new Uint8Array(raw));
  return { trust, sealTrust, fieldTrust, timestampTrust };
}

function expectLevel(bytes: Uint8Array, options: VerifyOptions, level: "B-T" | "B-LTA") {
  const examined = examinePdf(bytes, options);
  const { verdict, reasons, level: reached } = examined.verification;
  if (verdict !== "VALID" || reached !== level) {
    throw new Error(`The level ${level} was not reached: ${verdict}, ${reached}. ${reasons[0]}`);
  }
  return examined;
}

/** Seals a file that no party signs, such as the evidence annex: its one field is `Seal`. */
export function sealFile(
  pdf: Uint8Array,
  request: Omit<SealRequest, "signatures">,
): Promise<Sealed> {
  return sealInstrument(pdf, { ...request, signatures: [] });
}

function expectFields(file: PdfFile, signed: string[], wanted: string[]): void {
  const now = signatureFields(file, file.revisions.length - 1);
  const isSigned = ({ dictionary }: (typeof now)[number]) => dictionary.entries.has("V");
  const own = now.filter(isSigned).map(({ name }) => name);
  if (
    file.revisions.length !== 1 + signed.length ||
    [...own].sort().join() !== [...signed].sort().join()
  ) {
    throw new Refusal("invalid-pdf", "The original has been changed since it was frozen.");
  }
  const present = now.filter((field) => !isSigned(field)).map((field) => field.name);
  const empty = present.filter((name) => !wanted.includes(name));
  const absent = wanted.filter((name) => !present.includes(name));
  if (empty.length > 0) {
    throw new Refusal("invalid-pdf", `No signature is on record for ${empty.join(", ")}.`);
  }
  if (absent.length > 0) {
    throw new Refusal("invalid-pdf", `The original has no field for ${absent.join(", ")}.`);
  }
  if (new Set(wanted).size !== wanted.length) {
    throw new Refusal("invalid-pdf", "Two signatures claim one field.");
  }
}

async function addSignature(
  file: PdfFile,
  field: string,
  key: SealKey,
  request: SignatureRequest,
  timestamps?: TimestampAuthority,
): Promise<Uint8Array> {
  const prepared = prepareIn(file, field, request);
  const attributes = signedAttributes(prepared.digest, key.certificate);
  const { publicKey } = new X509Certificate(key.certificate);
  const signature = lowS(await key.sign(attributes), publicKey);
  const cms = assembleCms({ ...key, attributes, signature });
  const stamped = timestamps ? withTimestamp(cms, await timestamps.stamp(signature)) : cms;
  return embedSignature(prepared, stamped);
}
