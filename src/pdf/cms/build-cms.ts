import { createHash } from "node:crypto";
import { integer, nothing, objectId, octets, sequence, setOf, tagged } from "./der.ts";
import { oids } from "./oids.ts";
import { readCertificate } from "./read-certificate.ts";

/**
 * The signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, 6.3): content type, message
 * digest and signing certificate, in DER. These bytes are what the key signs, wherever it is kept.
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Uint8Array {
  const certificateHash = createHash("sha256").update(certificate).digest();
  return setOf(
    attribute(oids.contentType, objectId(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    // ESSCertIDv2 leaves out its hash algorithm when that is SHA-256 (RFC 5035, 4).
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
  );
}

/**
 * The detached CMS (RFC 5652, 5) around a finished signature: PKCS #1 v1.5 for RSA, a DER pair for ECDSA,
 * both over `attributes` with SHA-256. `chain` holds the certificates above the signer's.
 *
 * @throws NotDer where the certificate cannot be read
 */
export function assembleCms(parts: {
  attributes: Uint8Array;
  signature: Uint8Array;
  certificate: Uint8Array;
  chain: Uint8Array[];
}): Uint8Array {
  const { issuer, serial, keyAlgorithm } = readCertificate(parts.certificate);
  const sha256 = sequence(objectId(oids.sha256), nothing);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256,
    // In the signer's block the SET wears the tag [0] instead of its own.
    Uint8Array.from([0xa0, ...parts.attributes.subarray(1)]),
    signatureAlgorithm(keyAlgorithm),
    octets(parts.signature),
  );
  const signedData = sequence(
    integer(1),
    setOf(sha256),
    sequence(objectId(oids.data)),
    tagged(0, parts.certificate, ...parts.chain),
    setOf(signer),
  );
  return sequence(objectId(oids.signedData), tagged(0, signedData));
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(objectId(type), setOf(value));
}

function signatureAlgorithm(keyAlgorithm: string): Uint8Array {
  return keyAlgorithm === oids.ecPublicKey
    ? sequence(objectId(oids.ecdsaWithSha256))
    : sequence(objectId(oids.sha256WithRsa), nothing);
}
