import type { NamedList } from "../revocation/find-lists.ts";

/** In bytes. A larger file is not read. */
export const largestFile = 20 * 1024 * 1024;

export type VerifyOptions = {
  /** The authorities trusted for every field: PEM texts or DER. Without any, nothing is VALID. */
  trust?: Certificates;
  /** The depositary's: for the seal, and for consents that the seal's own certificate attests in other fields. */
  sealTrust?: Certificates;
  /** Authorities trusted for one field, by the field's name: a party's own authorities. */
  fieldTrust?: Readonly<Record<string, Certificates>>;
  /** Fields in which the depositary's attestation is not enough: only the authorities in `fieldTrust` count. */
  ownKeyFields?: readonly string[];
  /** Authorities trusted for timestamps; `sealTrust` and `trust` unless given. */
  timestampTrust?: Certificates;
  /** Revocation lists that the caller supplies: opened, or in DER or PEM. An unusable one counts for nothing. */
  revocationLists?: readonly (Uint8Array | NamedList)[];
  /** Whether the caller named those lists for this file, and wants a warning for each that covers nothing in it. */
  saysOfLists?: boolean;
  /** The time of verification. A certificate that has expired by then is EXPIRED even if the signing was in time. */
  at?: Date;
  /** sha-256 of the original on record, in lower-case hex. */
  originalDigest?: string;
  /** Fields that must exist and be signed, besides those that the file itself has. */
  expectedFields?: readonly string[];
};

export type Certificates = readonly (string | Uint8Array)[];
