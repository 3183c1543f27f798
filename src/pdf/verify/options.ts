import type { NamedList } from "../revocation/find-lists.ts";
export type VerifyOptions = {
  /** The authorities that are trusted for every field: PEM texts or DER. Without any, nothing is VALID. */
  trust?: Certificates;
  /** The depositary's: for the seal, and for consents that the seal's own certificate attests in other fields. */
  sealTrust?: Certificates;
  /** Those trusted for one field, by the field's name: a party's own authorities. */
  fieldTrust?: Readonly<Record<string, Certificates>>;
  /** Fields in which the depositary's attestation is not enough: only the authorities in `fieldTrust` count. */
  ownKeyFields?: readonly string[];
  /** Those trusted for timestamps; `sealTrust` and `trust` unless given. */
  timestampTrust?: Certificates;
  /** Revocation lists that the asker knows of: opened, or in DER or PEM. One that cannot be used counts for nothing. */
  revocationLists?: readonly (Uint8Array | NamedList)[];
  /** Whether the asker named those lists for this file, and is told of each that says nothing of it. */
  saysOfLists?: boolean;
  /** The day of asking. A certificate that has expired by then is EXPIRED even if the signing was in time. */
  at?: Date;
  /** sha-256 of the original on record, in lower-case hex. */
  originalDigest?: string;
  /** Fields that must be there and signed, beside those that the file itself has. */
  expectedFields?: readonly string[];
};

export type Certificates = readonly (string | Uint8Array)[];
