import {
  type ColumnType,
  type Generated,
  Kysely,
  type LogConfig,
  PostgresDialect,
  type PostgresPool,
  type Transaction,
} from "kysely";
import type { Headings } from "#workflows/headings.ts";
import type { WayIn } from "#workflows/participation-clause.ts";
import type { PartyOrder } from "#workflows/party-kinds.ts";
import type { Stage } from "#workflows/stage.ts";
import type { KeptDifference, SigningAct, Terms } from "#workflows/terms.ts";
import type { BigId, Json, Worded } from "./columns.ts";
import { PipelinedAdapter } from "./pipelined-adapter.ts";
import type { AccountTables } from "./tables/accounts.ts";
import type { DeskTables } from "./tables/desk.ts";
import type { DraftingTables } from "./tables/drafting.ts";
import type { LifecycleTables } from "./tables/lifecycle.ts";
import type { LogTables } from "./tables/log.ts";
import type { NotificationTables } from "./tables/notifications.ts";
import type { OutboxTables } from "./tables/outbox.ts";
import type { PartyTables } from "./tables/parties.ts";
import type { ProposalTables } from "./tables/proposals.ts";
import type { ReadingTables } from "./tables/reading.ts";
import type { RegistrationTables } from "./tables/registration.ts";
import type { ReservationTables } from "./tables/reservations.ts";
import type { SignatureTables } from "./tables/signatures.ts";

export type { CorrectedPlace, RightText } from "./tables/lifecycle.ts";
export {
  type PaperKind,
  type PreparedConsent,
  type PreparedFile,
  paperKinds,
} from "./tables/signatures.ts";

type Row = { agreement: string; number: number };

export type Tables = AccountTables &
  DeskTables &
  DraftingTables &
  LifecycleTables &
  ReservationTables &
  LogTables &
  NotificationTables &
  OutboxTables &
  PartyTables &
  ProposalTables &
  ReadingTables &
  RegistrationTables &
  SignatureTables & {
    templates: {
      digest: string;
      name: string;
      files: Json<Record<string, string>>;
      published_at: Date;
    };
    reference_numbers: { year: number; last: number };
    agreements: {
      id: string;
      reference: string;
      template: string;
      title: Json<Worded>;
      languages: string[];
      prevailing: string | null;
      layout: "sequential" | "parallel";
      terms: Json<Terms>;
      /** The agreement that this one amends. */
      amends: string | null;
      /** How the parties are ordered. */
      party_order: ColumnType<PartyOrder, string | undefined, string>;
      /** The words of languages that we do not ship. */
      given_languages: ColumnType<Record<string, unknown>, string | undefined, string>;
      headings: Generated<Headings>;
      /** The deadline for answers to the round. */
      respond_by: Date | null;
      variables: Json<Record<string, unknown>>;
      areas: string[];
      goals: number[];
      /** The parties in protocol order; triggers keep it. */
      party_codes: Generated<string[]>;
      stage: Json<Stage>;
      stage_name: string;
      machine_version: number;
      version: number;
      /** The version of the last act that was more than a report of a sealed paper; null: the current one. */
      changed_version: Generated<number | null>;
      text_version: number;
      circulated_version: number | null;
      evidence_head: string;
      created_by: string;
      created_at: Date;
      updated_at: Date;
    };
    agreement_parties: {
      agreement: string;
      party: string;
      position: number;
      signatory: string | null;
      standing: Generated<string>;
      /** Whether the State takes part as its Government. */
      as_government: Generated<boolean>;
      /** Whether it took part in the negotiation; the others are only entitled to become parties, or joined later. */
      negotiated: Generated<boolean>;
      /** What the participation clause opens to a party that did not negotiate: `sign`, `accede`. */
      ways_in: Generated<WayIn[]>;
      participation_version: Generated<number>;
    };
    text_bodies: { digest: string; markdown: string };
    versions: Row & {
      /** Over the texts, and the terms unless the version is older than terms of its own. */
      digest: string;
      /** What the version's texts mean to the law; null if the release before this column wrote it. */
      terms: Json<Terms | null>;
      /** What words and terms say differently, as the comparison found when the version was saved. */
      differences: Json<KeptDifference[]>;
      /** sha-256 of the terms; null if the version's digest does not cover them. */
      terms_digest: string | null;
      /** The author's note on the version. */
      note: string | null;
      created_by: string;
      created_at: Date;
    };
    version_texts: Row & { language: string; digest: string; drafter: string };
    approvals: Row & { party: string; person: string; digest: string; at: Date };
    change_requests: Row & { id: string; party: string; person: string; reason: string; at: Date };
    concordances: Row & { language: string; person: string; digest: string; at: Date };
    authentications: Row & { person: string; digest: string; at: Date };
    originals: Row & { original: string; digest: string; pages: number; at: Date };
    openings: Row & {
      person: string;
      at: Date;
      closes_at: Date | null;
      groups: Json<string[][]>;
      quorum: number | null;
    };
    deadlines: Row & { kind: string; due_at: Date; created_at: Date; fired_at: Date | null };
    signatures: Row & {
      party: string;
      person: string;
      method: string;
      original: string;
      signed_as: SigningAct;
      signed_on: string | null;
      /** Whether the party considers the instrument binding; null in rows older than this question. */
      binding: boolean | null;
      authorised: boolean;
      /** For a signature on paper: the scan's digest, and the officers who recorded it. */
      scan: string | null;
      recorded_by: string[];
      /** Why the signatory had no passkey, if the consent rests on a one-time code. */
      reason: string | null;
      at: Date;
    };
    seals: Row & {
      original: string;
      original_digest: string;
      digest: string;
      level: string;
      trusted: boolean;
      at: Date;
    };
    declinations: Row & { party: string; person: string; reason: string; at: Date };
    difference_dismissals: Row & {
      /** The key in the version's differences. */
      difference: string;
      person: string;
      reason: string;
      at: Date;
    };
    warning_verdicts: Row & {
      /** sha-256 of what the warning is about: rule, words and paragraph. */
      warning: string;
      person: string;
      verdict: "false-alarm" | "stands";
      reason: string;
      at: Date;
    };
    withdrawal_agreements: Row & { party: string; person: string; at: Date };
    withdrawals: Row & { person: string; reason: string; at: Date };
    annexes: Row & { digest: string; at: Date };
    publications: { agreement: string; person: string; at: Date };
    evidence: {
      agreement: string;
      seq: number;
      at: Date;
      act: string;
      person: string | null;
      party: string | null;
      stage: string;
      detail: Json<Record<string, unknown>>;
      previous: string;
      hash: string;
      /** The order in which the log's sequencer reads it. Gaps come from transactions that were rolled back. */
      position: BigId;
    };
    heartbeats: { part: string; seen_at: Date; fault: string | null };
    downloads: {
      id: BigId;
      agreement: string;
      kind: string;
      digest: string;
      person: string | null;
      at: Date;
    };
    idempotency_keys: {
      person: string;
      route: string;
      key: string;
      fingerprint: string;
      answer: Json<unknown>;
      created_at: Date;
    };
  };

export type Db = Kysely<Tables>;
/** An open transaction; functions that must share the act's transaction require it. */
export type Tx = Transaction<Tables>;

/** A query builder over a pool that the caller opens and ends. */
export function openDb(pool: PostgresPool, log?: LogConfig): Db {
  const pipelined = (pool.options as { pipeline?: boolean } | undefined)?.pipeline === true;
  const dialect = pipelined ? new PipelinedDialect({ pool }) : new PostgresDialect({ pool });
  return new Kysely<Tables>({ dialect, ...(log && { log }) });
}

class PipelinedDialect extends PostgresDialect {
  override createAdapter(): PipelinedAdapter {
    return new PipelinedAdapter();
  }
}
