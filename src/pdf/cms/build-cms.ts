import { createHash } from "node:crypto";
import { integer, nothing, objectId, octets, sequence, setOf, tagged } from "./der.ts";
import { oids } from "./oids.ts";
import { readCertificate } from "./read-certificate.ts";
import { membersOf, NotDer, readDer } from "./read-der.ts";

/**
 * The signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, 6.3): content type, message digest and
 * signing certificate, in DER. The key signs these bytes, wherever it is stored. `consent` is the sha-256 of what a
 * party consents to with its own certificate.
 */
export function signedAttributes(
  digest: Uint8Array,
  certificate: Uint8Array,
  consent: Uint8Array | null = null,
): Uint8Array {
  const certificateHash = createHash("sha256").update(certificate).digest();
  return setOf(
    attribute(oids.contentType, objectId(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    // ESSCertIDv2 omits its hash algorithm if that is SHA-256 (RFC 5035, 4).
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
    ...(consent ? [attribute(oids.consentDigest, octets(consent))] : []),
  );
}

/** How a key signs, if not in its kind's default way. */
export type SignatureForm = {
  /** sha256 unless named; hashes the signed attributes and the document. */
  digest?: "sha256" | "sha384" | "sha512";
  /** RSASSA-PSS instead of PKCS #1 v1.5. */
  pss?: boolean;
  /** For PSS, in bytes; the digest's length unless given. */
  saltLength?: number;
};

type Parts = {
  attributes: Uint8Array;
  signature: Uint8Array;
  certificate: Uint8Array;
  chain: Uint8Array[];
  form?: SignatureForm;
};

/**
 * The detached CMS (RFC 5652, 5) around a finished signature over `attributes`: PKCS #1 v1.5 or PSS for RSA, a DER pair
 * for ECDSA. `chain` has the certificates above the signer's.
 *
 * @throws NotDer if the certificate cannot be read
 */
export function assembleCms(parts: Parts): Uint8Array {
  return assemble(parts, { version: 1, content: sequence(objectId(oids.data)) });
}

/**
 * A timestamp (RFC 3161, 2.4.2) around what its authority signed: the same with the content inside. `algorithms` are
 * DER, for an authority that has signed their encoding.
 *
 * @throws NotDer if the certificate cannot be read
 */
export function assembleToken({
  content,
  ...parts
}: Parts & { content: Uint8Array; algorithms?: Algorithms | undefined }): Uint8Array {
  const inside = sequence(objectId(oids.timestampInfo), tagged(0, octets(content)));
  return assemble(parts, { version: 3, content: inside });
}

type Algorithms = { digest: Uint8Array; signature: Uint8Array };

function assemble(
  parts: Parts & { algorithms?: Algorithms | undefined },
  { version, content }: { version: number; content: Uint8Array },
): Uint8Array {
  const { issuer, serial, keyAlgorithm } = readCertificate(parts.certificate);
  const { form = {} } = parts;
  const digest =
    parts.algorithms?.digest ?? sequence(objectId(oids[form.digest ?? "sha256"]), nothing);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    digest,
    // In the signer's block the SET has the tag [0] instead of its own.
    Uint8Array.from([0xa0, ...parts.attributes.subarray(1)]),
    parts.algorithms?.signature ?? signatureAlgorithm(keyAlgorithm, form),
    octets(parts.signature),
  );
  const signedData = sequence(
    integer(version),
    setOf(digest),
    content,
    tagged(0, parts.certificate, ...parts.chain),
    setOf(signer),
  );
  return sequence(objectId(oids.signedData), tagged(0, signedData));
}

/**
 * The CMS with a timestamp over its signature as an unsigned attribute (RFC 3161, appendix A). Everything else keeps
 * its bytes. Refuses a CMS that already has unsigned attributes.
 *
 * @throws NotDer
 */
export function withTimestamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  const [type, wrapped] = membersOf(readDer(cms), 0x30);
  const parts = membersOf(membersOf(wrapped, 0xa0)[0], 0x30);
  const [signer] = membersOf(parts.at(-1), 0x31);
  const members = membersOf(signer, 0x30);
  if (members.length !== 6) throw new NotDer("The signature carries a timestamp already.");
  const stamped = tagged(1, attribute(oids.timestampToken, token));
  const signers = setOf(sequence(...members.map(({ whole }) => whole), stamped));
  const kept = parts.slice(0, -1).map(({ whole }) => whole);
  return sequence(type!.whole, tagged(0, sequence(...kept, signers)));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(objectId(type), setOf(value));
}

function signatureAlgorithm(
  keyAlgorithm: string,
  { digest = "sha256", pss, saltLength }: SignatureForm,
): Uint8Array {
  if (keyAlgorithm === oids.ecPublicKey) return sequence(objectId(oids.ecdsa[digest]));
  if (!pss && keyAlgorithm !== oids.rsaPss) return sequence(objectId(oids.rsa[digest]), nothing);
  const hash = sequence(objectId(oids[digest]), nothing);
  return sequence(
    objectId(oids.rsaPss),
    sequence(
      tagged(0, hash),
      tagged(1, sequence(objectId(oids.mgf1), hash)),
      tagged(2, integer(saltLength ?? { sha256: 32, sha384: 48, sha512: 64 }[digest])),
    ),
  );
}
