import { createHash, type KeyObject, sign } from "node:crypto";
import * as der from "../cms/der.ts";
import { oids } from "../cms/oids.ts";
import { contentOf, membersOf, readDer } from "../cms/read-der.ts";

export type CertificateRequest = {
  issuer: { name: string; privateKey: KeyObject; publicKey: KeyObject };
  subject: string;
  publicKey: KeyObject;
  from: Date;
  until: Date;
  /** True for an authority, which signs certificates; all others sign documents. */
  isAuthority: boolean;
};

/** An X.509 certificate, version 3, in DER, signed with ECDSA and SHA-256 (RFC 5280). */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const { issuer, isAuthority } = request;
  const algorithm = der.sequence(der.objectId(oids.ecdsa.sha256));
  const body = der.sequence(
    der.tagged(0, der.integer(2)),
    serialOf(request),
    algorithm,
    commonName(issuer.name),
    der.sequence(der.time(request.from), der.time(request.until)),
    commonName(request.subject),
    spki(request.publicKey),
    der.tagged(
      3,
      der.sequence(
        extension(oids.basicConstraints, true, constraints(isAuthority)),
        extension(oids.keyUsage, true, isAuthority ? certificateSigning : documentSigning),
        extension(oids.subjectKeyIdentifier, false, der.octets(keyId(request.publicKey))),
        extension(
          oids.authorityKeyIdentifier,
          false,
          der.sequence(der.element(0x80, keyId(issuer.publicKey))),
        ),
      ),
    ),
  );
  return der.sequence(body, algorithm, der.bitString(sign("sha256", body, issuer.privateKey)));
}

export function pemOf(certificate: Uint8Array): string {
  const lines = Buffer.from(certificate)
    .toString("base64")
    .match(/.{1,64}/g)!;
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** keyCertSign and cRLSign. */
const certificateSigning = der.bitString(Uint8Array.of(0b0000_0110), 1);

/** digitalSignature and contentCommitment, which was nonRepudiation. */
const documentSigning = der.bitString(Uint8Array.of(0b1100_0000), 6);

/** The authority may issue only to signers, not to further authorities. */
function constraints(isAuthority: boolean): Uint8Array {
  return isAuthority ? der.sequence(der.boolean(true), der.integer(0)) : der.sequence();
}

function commonName(name: string): Uint8Array {
  return der.sequence(der.setOf(der.sequence(der.objectId(oids.commonName), der.utf8(name))));
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.objectId(id), ...flag, der.octets(value));
}

/** Unique because the key is new; positive and short enough (RFC 5280, 4.1.2.2). */
function serialOf({ publicKey, from }: CertificateRequest): Uint8Array {
  const hash = createHash("sha256").update(spki(publicKey)).update(from.toISOString()).digest();
  hash[0] = (hash[0]! & 0x3f) | 0x40;
  return der.element(0x02, hash.subarray(0, 16));
}

/** RFC 5280, 4.2.1.2, method 1. */
function keyId(publicKey: KeyObject): Uint8Array {
  const bits = contentOf(membersOf(readDer(spki(publicKey)), 0x30)[1], 0x03);
  return createHash("sha1").update(bits.subarray(1)).digest();
}

function spki(publicKey: KeyObject): Uint8Array {
  return publicKey.export({ type: "spki", format: "der" });
}
