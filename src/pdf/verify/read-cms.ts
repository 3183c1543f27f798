import { oids } from "../cms/oids.ts";
import { type Algorithm, readAlgorithm } from "../cms/read-algorithm.ts";
import {
  contentOf,
  type Der,
  lengthOfFirst,
  membersOf,
  objectIdOf,
  readDer,
} from "../cms/read-der.ts";

export type Cms = {
  digestAlgorithm: string;
  signatureAlgorithm: Algorithm;
  signature: Uint8Array;
  /** DER of the signed attributes as a SET: what the key signed. */
  attributes: Uint8Array;
  /** By type; each has exactly one value. */
  attribute: Map<string, Der>;
  /** DER */
  certificates: Uint8Array[];
  /** DER of issuer and serial number, which identify the signer. */
  signer: Uint8Array;
  /** DER of the timestamp over the signature (RFC 3161, appendix A), if there is one. */
  timestamp: Uint8Array | null;
  /** The content inside a timestamp; null for a signature, which covers a document. */
  content: Uint8Array | null;
};

/** Why a CMS is not one of our signatures: a sentence that continues `Signature "…"`. */
export class Unfit extends Error {}

/**
 * Reads the Contents of a signature: one CMS (RFC 5652) with one signer, detached, in strict DER, and nothing else up
 * to the padding zeros. Every part that no key has signed must have only one form, or bytes could change unnoticed.
 *
 * @throws Unfit, and NotDer if the encoding is broken
 */
export function readCms(hex: string): Cms {
  return readSignature(bytesOf(hex));
}

/** The same from the DER of one CMS. */
export function readSignature(bytes: Uint8Array): Cms {
  return readContentInfo(bytes, oids.data, 1);
}

/** Reads a timestamp (RFC 3161, 2.4.2): a CMS that contains the authority's statement. */
export function readToken(bytes: Uint8Array): Cms & { content: Uint8Array } {
  const cms = readContentInfo(bytes, oids.timestampInfo, 3);
  if (!cms.content || cms.timestamp) throw new Unfit("is no timestamp.");
  return { ...cms, content: cms.content };
}

/** The bytes in a Contents string, without the padding zeros. */
export function bytesOf(hex: string): Uint8Array {
  if (!/^[0-9a-f]+$/.test(hex) || hex.length % 2 === 1) throw new Unfit("is written unusually.");
  const bytes = new Uint8Array(Buffer.from(hex, "hex"));
  if (bytes.every((byte) => byte === 0)) throw new Unfit("is empty.");
  const length = lengthOfFirst(bytes);
  if (bytes.subarray(length).some((byte) => byte !== 0)) throw new Unfit("hides something.");
  return bytes.subarray(0, length);
}

function readContentInfo(bytes: Uint8Array, kind: string, version: number): Cms {
  const [type, wrapped, ...more] = membersOf(readDer(bytes), 0x30);
  if (objectIdOf(type) !== oids.signedData || more.length > 0) throw new Unfit("is no CMS.");
  return readSignedData(readDer(contentOf(wrapped, 0xa0)), kind, version);
}

function readSignedData(der: Der, kind: string, version: number): Cms {
  const [number, digests, content, certificates, signers, ...more] = membersOf(der, 0x30);
  expectVersion(number, version);
  if (more.length > 0) throw new Unfit("carries more than one signature needs.");
  const inside = readContent(content, kind);
  const signer = onlyOne(membersOf(signers, 0x31), "has not exactly one signer.");
  const chain = membersOf(certificates, 0xa0);
  if (chain.length > 20) throw new Unfit("carries too many certificates.");
  const cms = readSigner(signer, chain);
  const digest = onlyOne(membersOf(digests, 0x31), "names several digests.");
  if (readAlgorithm(digest).id !== cms.digestAlgorithm) throw new Unfit("names two digests.");
  return { ...cms, content: inside };
}

function readContent(der: Der | undefined, kind: string): Uint8Array | null {
  const [type, wrapped, ...more] = membersOf(der, 0x30);
  const wanted = kind === oids.data ? !wrapped : wrapped;
  if (objectIdOf(type) !== kind || !wanted || more.length > 0) {
    throw new Unfit("carries a text of its own.");
  }
  return wrapped ? contentOf(readDer(contentOf(wrapped, 0xa0)), 0x04) : null;
}

function readSigner(der: Der, certificates: Der[]): Cms {
  const [version, signer, digest, attributes, algorithm, signature, unsigned, ...more] = membersOf(
    der,
    0x30,
  );
  expectVersion(version, 1);
  if (more.length > 0) throw new Unfit("carries additions that nobody signed.");
  return {
    signer: contentOf(signer, 0x30),
    digestAlgorithm: readAlgorithm(digest).id,
    attribute: readAttributes(membersOf(attributes, 0xa0)),
    // In the signer's block the SET has the tag [0]; it was signed as a SET (RFC 5652, 5.4).
    attributes: Uint8Array.from([0x31, ...attributes!.whole.subarray(1)]),
    signatureAlgorithm: readAlgorithm(algorithm),
    signature: contentOf(signature, 0x04),
    certificates: certificates.map((certificate) => certificate.whole),
    timestamp: unsigned ? readTimestamp(unsigned) : null,
    content: null,
  };
}

/** Besides the signed attributes there may be one timestamp, which its authority has signed. */
function readTimestamp(der: Der): Uint8Array {
  const unsigned = readAttributes(der.tag === 0xa1 ? membersOf(der, 0xa1) : []);
  const token = unsigned.get(oids.timestampToken);
  if (!token || unsigned.size !== 1) throw new Unfit("carries additions that nobody signed.");
  return token.whole;
}

function readAttributes(members: Der[]): Map<string, Der> {
  const attributes = new Map<string, Der>();
  for (const member of members) {
    const [type, values, ...more] = membersOf(member, 0x30);
    const id = objectIdOf(type);
    if (attributes.has(id) || more.length > 0) throw new Unfit("says one thing twice.");
    attributes.set(id, onlyOne(membersOf(values, 0x31), "says one thing twice."));
  }
  return attributes;
}

function onlyOne(members: Der[], otherwise: string): Der {
  const [first, ...rest] = members;
  if (!first || rest.length > 0) throw new Unfit(otherwise);
  return first;
}

/** Throws unless the version is as wanted: 1 for a signer named by issuer and serial number (RFC 5652, 5.1 and 5.3). */
function expectVersion(der: Der | undefined, wanted: number): void {
  const version = contentOf(der, 0x02);
  if (version.length !== 1 || version[0] !== wanted) throw new Unfit("has an unknown version.");
}
