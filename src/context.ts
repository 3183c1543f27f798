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

export type {
  CheckedCertificate,
  Holder,
  OfferedCertificate,
  PartyAnswer,
  PartySignature,
  PreparedPartySignature,
};

/** What the doors hand to everything below them: the database, the clock, chance and the store. */
export type Context = Observe & {
  /** The request or the job that all this is done for; lines, traces and the jobs that it orders bear its name. */
  origin: Origin;
  /** The database as whoever this context serves: the service, or the person of a request. */
  db: Db;
  /** The database as another principal. */
  as(principal: Principal): Db;
  now(): Date;
  /** Why this process may write nothing now; null if it may. Asks nobody. */
  halted(): Halt | null;
  /** A new random id (UUID). */
  id(): string;
  objects: ObjectStore;
  /** Called after an act is on record, so that waiting work starts at once and not at the next look. */
  committed(): void;
  /** What only a full machine can do; absent at the edge, where these answer 501. */
  typesetter: Typesetter | null;
  /** Letters about accounts; absent at the edge. */
  mailer: Mailer | null;
  /** Where people reach the service; null where only this machine does. */
  publicUrl: string | null;
  /** The built page of the web app; null where it is not built. */
  page(): Promise<string | null>;
  /** How many proxies in front of us say truly whom they speak for. */
  trustedProxies: number;
  /** A ministry's own identity provider, if one is named. */
  provider: Provider | null;
  /** What a demonstration shows of itself; null everywhere else. */
  demo: Demo | null;
  /** What may be told of the service's keys; null at the edge, which has none. */
  keys: KeyDescription | null;
  /** This release. */
  version: string;
  /** The IANA zone of new instruments whose template and form name none. */
  zone: string;
  /** What the cursors of lists are authenticated with, the same for all processes of a deployment. */
  cursorKey(): Promise<Uint8Array>;
  /** How often somebody may ask. */
  limits: Limits;
  /** How the parts are that the service stands on; null where only the database is asked. */
  readiness: Readiness | null;
  /** The bearer token of whoever reads `/metrics`; null if nobody may at this listener. */
  metricsToken: string | null;
  /** Whether people reach the service by TLS, so that a cookie may be marked for it alone. */
  overTls: boolean;
};

/** Why a process does not act, with what to do about it in a sentence for an operator. */
export type Halt = { code: "clocks-differ" | "log-does-not-continue"; detail: string };

/**
 * The same context as the service, for work on accounts (sessions, codes, keys, people), which is never done as the principal.
 * The database lets no person's request write them.
 */
export function asService(ctx: Context): Context {
  return { ...ctx, db: ctx.as(service) };
}

/** A part that the service stands on. */
export type Part = {
  part: "database" | "queue" | "mail" | "store" | "disk" | "timestamps" | "clock" | "log";
  /** Only a database that has failed makes requests fail. */
  state: "ready" | "degraded" | "failed";
  /** One sentence for an operator, without addresses or secrets. */
  detail: string;
  /** RFC 3339: since when this process has seen the part in this state. */
  since: string;
};

export type Readiness = { check(): Promise<Part[]> };

export type Demo = {
  /** The addresses of the demo people, in the order they are shown. */
  people: string[];
  /** The letters that would have been sent, newest first; null where a mail server sends them. */
  letters: (() => Promise<KeptLetter[]>) | null;
};
export type Mailer = {
  mail: Pick<Mail, "send">;
  /** The letters' templates: content by `<letter>/<language>.md`. */
  letters: Record<string, string>;
  /** Where the letters' links lead. */
  publicUrl: string;
};

export type Typesetter = {
  /** A draft as PDF, with the watermark given. */
  draft(
    source: Source,
    options: { id: string; date: string; watermark: string },
  ): Promise<Uint8Array>;
  /** What changed between two versions, as PDF. */
  compare(comparison: Comparison, options: { id: string; date: string }): Promise<Uint8Array>;
  verify(pdf: Uint8Array): Promise<Verification>;
  /** Signatures by the parties' own keys. */
  partySignature: {
    /** A Refusal where the certificate may not sign for the party. */
    check(party: string, offered: OfferedCertificate): Promise<CheckedCertificate>;
    prepare(pdf: Uint8Array, request: PartySignature): PreparedPartySignature;
    complete(
      pdf: Uint8Array,
      request: PartySignature,
      answer: PartyAnswer,
    ): CompletedPartySignature;
  };
};
