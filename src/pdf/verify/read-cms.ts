import { oids } from "../cms/oids.ts";
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
  signatureAlgorithm: string;
  signature: Uint8Array;
  /** DER of the signed attributes as a SET: what the key signed. */
  attributes: Uint8Array;
  /** By type; each has exactly one value. */
  attribute: Map<string, Der>;
  /** DER */
  certificates: Uint8Array[];
  /** DER of issuer and serial number, by which the signer is named. */
  signer: Uint8Array;
};

/** Why a CMS is no signature of ours: a sentence that goes on from `Signature "…"`. */
export class Unfit extends Error {}

/**
 * Reads the Contents of a signature: one CMS (RFC 5652) with one signer, detached, in strict DER, and
 * nothing else up to the zeros that fill the place. Whatever no key has signed must have one form only, or
 * bytes could change unseen.
 *
 * @throws Unfit, and NotDer where the encoding is broken
 */
export function readCms(hex: string): Cms {
  if (!/^[0-9a-f]+$/.test(hex) || hex.length % 2 === 1) throw new Unfit("is written unusually.");
  const bytes = new Uint8Array(Buffer.from(hex, "hex"));
  if (bytes.every((byte) => byte === 0)) throw new Unfit("is empty.");
  const length = lengthOfFirst(bytes);
  if (bytes.subarray(length).some((byte) => byte !== 0)) throw new Unfit("hides something.");
  const [type, wrapped, ...more] = membersOf(readDer(bytes.subarray(0, length)), 0x30);
  if (objectIdOf(type) !== oids.signedData || more.length > 0) throw new Unfit("is no CMS.");
  return readSignedData(readDer(contentOf(wrapped, 0xa0)));
}

function readSignedData(der: Der): Cms {
  const [version, digests, content, certificates, signers, ...more] = membersOf(der, 0x30);
  expectVersion(version);
  if (more.length > 0) throw new Unfit("carries more than one signature needs.");
  const contentParts = membersOf(content, 0x30);
  if (contentParts.length !== 1 || objectIdOf(contentParts[0]) !== oids.data) {
    throw new Unfit("carries a text of its own.");
  }
  const signer = onlyOne(membersOf(signers, 0x31), "has not exactly one signer.");
  const chain = membersOf(certificates, 0xa0);
  if (chain.length > 20) throw new Unfit("carries too many certificates.");
  const cms = readSigner(signer, chain);
  const digest = onlyOne(membersOf(digests, 0x31), "names several digests.");
  if (algorithmOf(digest) !== cms.digestAlgorithm) throw new Unfit("names two digests.");
  return cms;
}

function readSigner(der: Der, certificates: Der[]): Cms {
  const [version, signer, digest, attributes, algorithm, signature, ...more] = membersOf(der, 0x30);
  expectVersion(version);
  if (more.length > 0) throw new Unfit("carries additions that nobody signed.");
  return {
    signer: contentOf(signer, 0x30),
    digestAlgorithm: algorithmOf(digest),
    attribute: readAttributes(membersOf(attributes, 0xa0)),
    // In the signer's block the SET wears the tag [0]; it was signed as a SET (RFC 5652, 5.4).
    attributes: Uint8Array.from([0x31, ...attributes!.whole.subarray(1)]),
    signatureAlgorithm: algorithmOf(algorithm),
    signature: contentOf(signature, 0x04),
    certificates: certificates.map((certificate) => certificate.whole),
  };
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

/** Version 1: the signer is named by issuer and serial number (RFC 5652, 5.1 and 5.3). */
function expectVersion(der: Der | undefined): void {
  const version = contentOf(der, 0x02);
  if (version.length !== 1 || version[0] !== 1) throw new Unfit("has an unknown version.");
}

/** An algorithm without parameters, or with NULL in their place. */
function algorithmOf(der: Der | undefined): string {
  const [id, parameters, ...more] = membersOf(der, 0x30);
  const plain = !parameters || (parameters.tag === 0x05 && parameters.content.length === 0);
  if (!plain || more.length > 0) return "unknown";
  return objectIdOf(id);
}
