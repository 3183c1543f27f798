/**
 * The Worker's `@peculiar/asn1-x509`; see `x509.ts`. A passkey's own key needs none of it; decoding a certificate with
 * these fails, so the attestation is refused.
 */
export class AlgorithmIdentifier {
  constructor(values: object = {}) {
    Object.assign(this, values);
  }
}
export class BasicConstraints {}
export class Certificate {}
export class ExtendedKeyUsage {}
export class SubjectAlternativeName {}
export const id_ce_basicConstraints = "2.5.29.19";
export const id_ce_extKeyUsage = "2.5.29.37";
export const id_ce_subjectAltName = "2.5.29.17";
export class Attribute {}
export class SubjectPublicKeyInfo {}
