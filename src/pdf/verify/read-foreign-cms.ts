import { constants, createHash, verify, X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { type Ber, octetsOf, readBer } from "../cms/read-ber.ts";
import { NotDer, objectIdOf, sameBytes } from "../cms/read-der.ts";
import { describeKey } from "./algorithms.ts";

/** What another program's signature states. `null` if unknown. */
export type ForeignCms = {
  digestOk: boolean | null;
  /** Whether the certificate's key made it. */
  keyOk: boolean | null;
  signer: X509Certificate | null;
  algorithm: string;
};

/** The digests found in signatures, including old and broken ones. */
const digests: Record<string, string> = {
  "1.2.840.113549.2.5": "md5",
  "1.3.14.3.2.26": "sha1",
  "1.3.36.3.2.1": "ripemd160",
  "2.16.840.1.101.3.4.2.4": "sha224",
  [oids.sha256]: "sha256",
  [oids.sha384]: "sha384",
  [oids.sha512]: "sha512",
};

const messageDigest = oids.messageDigest;

/**
 * Reads a CMS of any program (RFC 5652): whether its digest matches `signed`, and whose certificate made it.
 *
 * @throws NotDer, and whatever node:crypto throws at broken certificates
 */
export function readForeignCms(der: Uint8Array, signed: Uint8Array): ForeignCms {
  const [, wrapped] = readBer(der).members;
  const data = wrapped?.members[0]?.members ?? [];
  const signer = data.at(-1)?.members[0]?.members ?? [];
  const [, sid, digestAlgorithm, ...rest] = signer;
  const attributes = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  const [signatureAlgorithm, signature] = rest;
  if (!sid || !digestAlgorithm || !signatureAlgorithm || !signature) {
    throw new NotDer("This is no CMS.");
  }
  const name = digests[objectIdOf(digestAlgorithm.members[0])] ?? null;
  const content = contentIn(data[2]);
  const certificates = (data.find(({ tag }) => tag === 0xa0)?.members ?? []).map(
    ({ whole }) => new X509Certificate(whole),
  );
  const certificate = certificates.find((one) => isNamed(one, sid)) ?? null;
  const over = attributes ? asSet(attributes.whole) : (content?.bytes ?? signed);
  const keyOk =
    certificate && name ? madeBy(certificate, name, signatureAlgorithm, over, signature) : null;
  const algorithm = certificate ? describeKey(certificate.publicKey, name ?? "unknown digest") : "";
  if (!name) return { digestOk: null, keyOk, signer: certificate, algorithm };
  const carried = content ? isCarried(content, signed) : true;
  const said = attributes && digestIn(attributes);
  const digestOk = said
    ? carried && sameBytes(said, hash(name, content?.bytes ?? signed))
    : keyOk === null
      ? null
      : carried && keyOk;
  return { digestOk, keyOk, signer: certificate, algorithm };
}

const hash = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest();

/** The content inside the CMS: a timestamp, or the document's digest in old signatures. */
function contentIn(der: Ber | undefined): { type: string; bytes: Uint8Array } | null {
  const [type, wrapped] = der?.members ?? [];
  const inside = wrapped?.members[0];
  const bytes = inside ? octetsOf(inside) : new Uint8Array();
  return type && bytes.length > 0 ? { type: objectIdOf(type), bytes } : null;
}

/** The document itself, its SHA-1 (`adbe.pkcs7.sha1`), or for a timestamp its imprint (RFC 3161, 2.4.2). */
function isCarried({ type, bytes }: { type: string; bytes: Uint8Array }, signed: Uint8Array) {
  if (type !== oids.timestampInfo) {
    return sameBytes(bytes, signed) || sameBytes(bytes, hash("sha1", signed));
  }
  const [algorithm, imprint] = readBer(bytes).members[2]?.members ?? [];
  const name = digests[objectIdOf(algorithm?.members[0])];
  return (
    name !== undefined && imprint !== undefined && sameBytes(imprint.content, hash(name, signed))
  );
}

function digestIn(attributes: Ber): Uint8Array | null {
  const found = attributes.members.find(
    ({ members: [type] }) => type?.tag === 0x06 && objectIdOf(type) === messageDigest,
  );
  const value = found?.members[1]?.members[0];
  return value ? octetsOf(value) : null;
}

/** By issuer and serial number, or by the key's identifier; the certificate has each in the same bytes. */
function isNamed({ raw }: X509Certificate, sid: Ber): boolean {
  const named = sid.tag === 0x30 ? sid.members.map(({ whole }) => whole) : [sid.content];
  return (
    named.length > 0 && named.every((bytes) => bytes.length > 0 && raw.includes(Buffer.from(bytes)))
  );
}

/** In the signer's block the SET has the tag [0]; it was signed as a SET (RFC 5652, 5.4). */
function asSet(whole: Uint8Array): Uint8Array {
  return Uint8Array.from([0x31, ...whole.subarray(1)]);
}

function madeBy(
  { publicKey }: X509Certificate,
  digest: string,
  algorithm: Ber,
  bytes: Uint8Array,
  signature: Ber,
): boolean | null {
  const isPss = objectIdOf(algorithm.members[0]) === oids.rsaPss;
  const options = isPss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  try {
    return verify(digest, bytes, { key: publicKey, ...options }, octetsOf(signature));
  } catch {
    // This program does not know this kind of key or digest.
    return null;
  }
}
