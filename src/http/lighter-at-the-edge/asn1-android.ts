/** The Worker's `@peculiar/asn1-android`; see `x509.ts`. Decoding with it fails, so the attestation is refused. */
export class KeyDescription {}
export const id_ce_keyDescription = "1.3.6.1.4.1.11129.2.1.17";
