import type { ObjectStore } from "#src/archive/objects.ts";
import type { Provider } from "#src/config/single-sign-on.ts";
import type { Db } from "#src/db/db.ts";
import { type Principal, service } from "#src/db/principal.ts";
import type { KeyDescription } from "#src/keys/describe.ts";
import type { Limits } from "#src/limits/rates.ts";
import type { KeptLetter } from "#src/mail/list-letters.ts";
import type { Mail } from "#src/mail/mail.ts";
import type { Observe } from "#src/observe/observe.ts";
import type { Origin } from "#src/observe/request-id.ts";
import type { Comparison } from "#src/pdf/comparison.ts";
import type { CheckedCertificate, Holder, OfferedCertificate } from "#src/pdf/party-certificate.ts";
import type {
  CompletedPartySignature,
  PartyAnswer,
  PartySignature,
  PreparedPartySignature,
} from "#src/pdf/party-signature.ts";
import type { Verification } from "#src/pdf/verify.ts";
import type { Source } from "#src/text/source.ts";
import type { Terms } from "#src/text/terms-in-words.ts";

export type {
  CheckedCertificate,
  Holder,
  OfferedCertificate,
  PartyAnswer,
  PartySignature,
  PreparedPartySignature,
};

/** Everything the doors pass to the code below them: the database, the clock, random ids and the store. */
export type Context = Observe & {
  /** The request or job that this work belongs to. Log lines, traces and the jobs it orders carry its name. */
  origin: Origin;
  /** The database as this context's principal: the service, or the person who makes a request. */
  db: Db;
  /** The database as another principal. */
  as(principal: Principal): Db;
  now(): Date;
  /** Why this process may not write now; null if it may. Does no I/O. */
  halted(): Halt | null;
  /** A new random id (UUID). */
  id(): string;
  objects: ObjectStore;
  /** Called after an act is on record, so that waiting work starts at once instead of at the next poll. */
  committed(): void;
  /** Needs a full machine; absent at the edge, where its routes answer 501. */
  typesetter: Typesetter | null;
  /** Sends letters about accounts; absent at the edge. */
  mailer: Mailer | null;
  /** The address at which people reach the service; null if only this machine can reach it. */
  publicUrl: string | null;
  /** The built page of the web app; null if it is not built. */
  page(): Promise<string | null>;
  /** Reads the contract from the build's files, as JSON; null where it is generated. */
  contract: (() => Promise<string>) | null;
  /** How many proxies in front of us we trust to name the client. */
  trustedProxies: number;
  /** The ministry's own identity provider, if one is configured. */
  provider: Provider | null;
  /** What a demonstration shows of itself; null for any other service. */
  demo: Demo | null;
  /** The public facts about the service's keys; null at the edge, which has none. */
  keys: KeyDescription | null;
  /** This release. */
  version: string;
  /** The default IANA zone of new instruments, for when neither template nor form names one. */
  zone: string;
  /** The key that authenticates list cursors. All processes of a deployment share it. */
  cursorKey(): Promise<Uint8Array>;
  /** Rate limits. */
  limits: Limits;
  /** Reports the state of the service's parts; null if only the database is checked. */
  readiness: Readiness | null;
  /** The bearer token for `/metrics`; null if this listener does not serve it. */
  metricsToken: string | null;
  /** Whether people reach the service by TLS, so that cookies may be marked `Secure`. */
  overTls: boolean;
};

/** Why a process does not act, and a sentence that tells an operator what to do. */
export type Halt = { code: "clocks-differ" | "log-does-not-continue"; detail: string };

/**
 * The same context as the service, for work on accounts: sessions, codes, keys, people. The database lets no person's
 * request write these, so the service always does it.
 */
export function asService(ctx: Context): Context {
  return { ...ctx, db: ctx.as(service) };
}

/** A part that the service depends on. */
export type Part = {
  part: "database" | "queue" | "mail" | "store" | "disk" | "timestamps" | "clock" | "log";
  /** Only a failed database makes requests fail. */
  state: "ready" | "degraded" | "failed";
  /** One sentence for an operator, without addresses or secrets. */
  detail: string;
  /** RFC 3339: since when this process has seen this state. */
  since: string;
};

export type Readiness = { check(): Promise<Part[]> };

export type Demo = {
  /** The addresses of the demo people, in display order. */
  people: string[];
  /** The letters that would have been sent, newest first; null if a mail server sends them. */
  letters: (() => Promise<KeptLetter[]>) | null;
};
export type Mailer = {
  mail: Pick<Mail, "send">;
  /** The letter templates: content by `<letter>/<language>.md`. */
  letters: Record<string, string>;
  /** The address that the letters' links start with. */
  publicUrl: string;
};

export type Typesetter = {
  /** Typesets a draft as PDF, with the given watermark. By its terms what is exchanged is shown within its notes. */
  draft(
    source: Source,
    options: { id: string; date: string; watermark: string; terms?: Terms },
  ): Promise<Uint8Array>;
  /** Typesets the changes between two versions as PDF. */
  compare(comparison: Comparison, options: { id: string; date: string }): Promise<Uint8Array>;
  verify(pdf: Uint8Array): Promise<Verification>;
  /** Signatures by the parties' own keys. */
  partySignature: {
    /** Throws a Refusal if the certificate may not sign for the party. */
    check(party: string, offered: OfferedCertificate): Promise<CheckedCertificate>;
    prepare(pdf: Uint8Array, request: PartySignature): Promise<PreparedPartySignature>;
    complete(
      pdf: Uint8Array,
      request: PartySignature,
      answer: PartyAnswer,
    ): Promise<CompletedPartySignature>;
  };
};
