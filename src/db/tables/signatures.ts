import type { ColumnType } from "kysely";
import type { SigningAct } from "#workflows/terms.ts";
import type { Json } from "../columns.ts";

/** Signatures by the parties' own certificates. Digests are sha-256 in lower-case hex; certificates are DER. */
export type SignatureTables = {
  /** Prepared and not yet given; open until `until`, or until it ends in another way. */
  signature_preparations: {
    id: string;
    agreement: string;
    number: number;
    party: string;
    person: string;
    /** The agreement's version that the signatory had seen. */
    version: number;
    consent: Json<PreparedConsent>;
    certificate: Uint8Array;
    chain: Uint8Array[];
    form: Json<{ digest: "sha256" | "sha384" | "sha512"; pss: boolean }>;
    files: Json<PreparedFile[]>;
    at: Date;
    until: Date;
    ended_at: ColumnType<Date | null, null, Date>;
  };
  /** Each file that a party's own key signed, on top of the previous one. */
  certificate_signatures: {
    agreement: string;
    number: number;
    original: string;
    party: string;
    position: number;
    base_digest: string;
    digest: string;
    certificate: Uint8Array;
    at: Date;
  };
  /** Files that are sealed after the instrument, each of them once. */
  papers: {
    agreement: string;
    number: number;
    /** The agreement's running number of such files, from 1. */
    serial: number;
    kind: PaperKind;
    /** What it is about, within its kind: a party's code, the number of a notification. */
    subject: string;
    /** The party whose act it records; null if it is no party's. */
    party: string | null;
    digest: string;
    level: string;
    trusted: boolean;
    at: Date;
  };
  /** Sealed files with one more document timestamp; `base` is the file as first sealed. */
  renewals: {
    base: string;
    position: number;
    agreement: string;
    number: number;
    digest: string;
    until: Date;
    at: Date;
  };
};

/** The kinds of files that the depositary seals after the instrument. */
export const paperKinds = [
  "signature-page",
  "notification",
  "proces-verbal",
  "certified-copy",
  "statement",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** What the signatory consents to, and how. */
export type PreparedConsent = {
  /** sha-256 of the original that was shown, or of all originals if the alternat applies. */
  original: string;
  as: SigningAct;
  binding: boolean;
  reservations: {
    kind: "reservation" | "declaration";
    language: string;
    text: string;
    articles: number[];
  }[];
  /** sha-256 (hex) of the statement of consent that the key signs; absent from preparations of earlier releases. */
  digest?: string;
  /** The name that the certificate gives its holder, and whether it is a name of the signatory on record. */
  holder?: { name: string; isSignatory: boolean };
};

/** `common` or a party's original: the file to be extended, and the digest to be signed. */
export type PreparedFile = { original: string; base: string; digest: string };
