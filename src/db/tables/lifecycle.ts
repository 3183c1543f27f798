import type { ColumnType, Generated } from "kysely";
import type { Sentence } from "#workflows/entry-into-force.ts";
import type { SomeTerms } from "#workflows/terms.ts";
import type { Json, Worded } from "../columns.ts";

/** Records of authority, of consent after signature, and of later events. Days are `YYYY-MM-DD`. */
/** The current words at one place of an authentic text, and the words that should replace them. */
export type CorrectedPlace = {
  language: string;
  /** Its number; 0 for the title and preamble. */
  article: number;
  found: string;
  corrected: string;
  /** Which time the words stand in the article, from 1; absent if they stand there once. */
  nth?: number | undefined;
};

/** An authentic text that is right as it is, and why. */
export type RightText = { language: string; reason: string };

export type LifecycleTables = {
  files: {
    agreement: string;
    digest: string;
    type: string;
    person: string;
    party: string | null;
    /** When it was attached, or last attached again. */
    at: Date;
    /** Its size; null if it was attached before sizes were recorded. Such files are kept for good. */
    bytes: number | null;
    /** Whether its bytes are in the store; false while the upload is under way. */
    stored: Generated<boolean>;
    /** When an act first named it; until then it may be deleted. */
    named_at: Date | null;
  };
  /** How a text was adopted; numbers of votes only for a conference. */
  adoptions: {
    agreement: string;
    number: number;
    digest: string;
    on_day: string;
    rule: string;
    present: number | null;
    votes_for: number | null;
    votes_against: number | null;
    abstaining: number | null;
    file: string | null;
    person: string;
    at: Date;
  };
  credentials: {
    id: string;
    agreement: string;
    party: string;
    person: string;
    kind: "full-powers" | "ex-officio";
    office: string | null;
    issued_by: string;
    signed_by: string;
    instrument: string;
    acts: string[];
    place: string;
    issued_on: string;
    valid_from: string;
    valid_until: string | null;
    restrictions: string | null;
    /** The person's name in the certificate, if it differs from the names on record. */
    holder: string | null;
    form: "original" | "copy";
    file: string | null;
    presented_by: string;
    at: Date;
  };
  /** Full powers lodged once with the depositary, for all instruments. */
  general_powers: {
    id: string;
    party: string;
    person: string;
    acts: string[];
    issued_by: string;
    signed_by: string;
    place: string;
    issued_on: string;
    valid_from: string;
    valid_until: string | null;
    restrictions: string | null;
    form: "original" | "copy";
    lodged_by: string;
    at: Date;
  };
  general_power_acts: {
    power: string;
    act: "verified" | "rejected" | "revoked";
    person: string;
    reason: string | null;
    at: Date;
  };
  credential_verifications: { credential: string; person: string; at: Date };
  credential_endings: {
    credential: string;
    verdict: "rejected" | "revoked";
    reason: string;
    person: string;
    at: Date;
  };
  /** Acts that a party did, or was recorded as doing, that need no table of their own. */
  party_acts: {
    agreement: string;
    seq: number;
    number: number;
    party: string;
    act: string;
    person: string;
    on_day: string;
    detail: Json<Record<string, unknown>>;
    at: Date;
  };
  paper_signatures: {
    agreement: string;
    number: number;
    party: string;
    person: string;
    key: string;
    at: Date;
  };
  /** The instrument's own day is stored under the party "". */
  entry_dates: {
    agreement: string;
    party: string;
    /** 1, and one more each time that the party consents again after it has withdrawn. */
    participation: Generated<number>;
    on_day: string;
    derivation: Json<Sentence[]>;
    person: string;
    at: Date;
    /** Why the depositary determined another day than the engine; null if it confirmed the engine's. */
    reason: Generated<string | null>;
    /** The engine's day if another was determined; null if it had none. */
    derived_on: Generated<string | null>;
  };
  periods: { agreement: string; ends_on: string; at: Date };
  corrections: {
    id: string;
    agreement: string;
    person: string;
    reason: string;
    /** `error` or `concordance` (VCLT article 79(1) and (3)). */
    ground: Generated<"error" | "concordance">;
    changes: Json<CorrectedPlace[]>;
    /** The authentic texts that are right as they are. */
    right_texts: ColumnType<RightText[], string | undefined, string>;
    /** The terms on record that were wrong, as they should have been; null if none was. */
    terms: Json<SomeTerms> | null;
    until: string;
    at: Date;
  };
  correction_acts: {
    correction: string;
    party: string;
    act: "objection" | "agreement" | "withdrawal" | "correction" | "un-notice";
    reason: string;
    person: string;
    /** From when a correction has effect if not from the beginning, when the United Nations were told, or a note came. */
    on_day: Generated<string | null>;
    /** Of the notice to the United Nations. */
    reference: Generated<string | null>;
    at: Date;
  };
  /** An error in a certified copy, of a text that is right (VCLT article 79(6)). */
  copy_corrections: {
    id: string;
    agreement: string;
    serial: number;
    reason: string;
    changes: Json<CorrectedPlace[]>;
    person: string;
    at: Date;
  };
  certified_copies: {
    agreement: string;
    serial: number;
    party: string | null;
    digest: string;
    person: string;
    at: Date;
  };
  threads: {
    id: string;
    agreement: string;
    number: number;
    language: string;
    article: number;
    heading: string;
    quote: string | null;
    /** The party that owns it; null if it is shared. */
    audience: string | null;
    person: string;
    party: string | null;
    created_at: Date;
  };
  comments: {
    id: string;
    thread: string;
    person: string;
    party: string | null;
    body: string;
    at: Date;
  };
  resolutions: {
    id: ColumnType<string, never, never>;
    thread: string;
    resolved: boolean;
    person: string;
    at: Date;
  };
  ceremonies: {
    id: string;
    title: Json<Worded>;
    place: Json<Worded>;
    held_on: string;
    held_at: string;
    zone: string;
    host: string | null;
    languages: string[];
    state: "planned" | "open" | "closed";
    version: number;
    created_at: Date;
    opened_at: Date | null;
    closed_at: Date | null;
  };
  ceremony_items: {
    ceremony: string;
    position: number;
    agreement: string;
    seats: Json<{ party: string; place: number }[]>;
  };
  ceremony_events: {
    ceremony: string;
    seq: number;
    act: string;
    person: string;
    detail: Json<Record<string, unknown>>;
    at: Date;
  };
  ceremony_records: { ceremony: string; language: string; digest: string; markdown: string };
};
