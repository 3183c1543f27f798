import type { ColumnType, Generated } from "kysely";
import type { Json, Worded } from "../columns.ts";

/** People, and how they prove who they are. Tokens, codes and keys are stored only as sha-256 (hex). */
export type AccountTables = {
  people: {
    id: string;
    email: string;
    names: Json<Worded>;
    titles: Json<Worded>;
    language: string;
    roles: string[];
    party: string | null;
    state: Generated<"invited" | "active" | "suspended">;
    created_at: Date;
  };
  api_keys: {
    digest: string;
    id: Generated<string>;
    person: string;
    label: string;
    scopes: Generated<string[]>;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  sessions: {
    digest: string;
    id: Generated<string>;
    person: string;
    /** How the session was opened. */
    method: Generated<string>;
    /** The API key or passkey that opened it. The session ends when that key is removed. */
    api_key: Generated<string | null>;
    passkey: Generated<string | null>;
    /** When the person last verified again, and with which passkey; null if by other means. */
    verified_at: Date | null;
    confirmed_by: Generated<string | null>;
    seen_at: Generated<Date>;
    agent: Generated<string>;
    address: Generated<string>;
    created_at: Date;
    expires_at: Date;
  };
  one_time_codes: {
    id: string;
    /** Null if no person has the given address; the response is the same. */
    person: string | null;
    /** sha-256 of the recipient's address; null only for codes of older releases. */
    mailbox: string | null;
    purpose: Generated<"sign-in" | "confirm" | "sign">;
    /** For a code to sign: sha-256 (hex) of the signed statement. */
    act: Generated<string | null>;
    code_digest: string;
    link_digest: string;
    attempts: Generated<number>;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  passkeys: {
    /** The credential's id, base64url. */
    id: string;
    person: string;
    /** COSE, base64url. */
    public_key: string;
    counter: ColumnType<string, number, number>;
    transports: string[];
    label: string;
    created_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  passkey_challenges: {
    id: string;
    challenge: string;
    purpose: "register" | "sign-in" | "step-up" | "sign";
    person: string | null;
    expires_at: Date;
    used_at: Date | null;
  };
  sign_ons: {
    state_digest: string;
    nonce: string;
    verifier: string;
    browser_digest: string;
    expires_at: Date;
    used_at: Date | null;
  };
  identities: { issuer: string; subject: string; person: string; created_at: Date };
  recoveries: {
    id: string;
    person: string;
    email: string;
    reason: string;
    asked_by: string;
    asked_at: Date;
    approved_by: string | null;
    approved_at: Date | null;
    withdrawn_by: Generated<string | null>;
    withdrawn_at: ColumnType<Date | null, Date | undefined, Date>;
  };
  account_events: {
    seq: ColumnType<string, never, never>;
    at: Date;
    actor: string | null;
    person: string;
    event: string;
    detail: Json<Record<string, unknown>>;
  };
};
