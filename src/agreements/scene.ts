import type { Compilable } from "kysely";
import type { Tx } from "#src/db/db.ts";
import type { RequestKey } from "#src/db/idempotency.ts";
import type { Person } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import type { Standings } from "#workflows/stage.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { AgreementRow } from "./find.ts";

export type Command = {
  agreement: string;
  person: Person;
  /**
   * The version the person saw. "any" is only for rehearsals, and for services, whose acts carry the digest they
   * concern.
   */
  version: number | "any" | null;
  act: Act;
  request: RequestKey | null;
  /** Whether the person was verified within five minutes. Calls from inside the service count as verified. */
  fresh?: boolean;
  /** Whether an API key makes the request. It can take only acts that need no verification and no second person. */
  byKey?: boolean;
  /** Whether the act is only rehearsed: everything is checked, and `Rehearsed` is thrown in the end. */
  rehearses?: boolean;
  /** How to replay the act, if it may have to wait for a second officer. */
  again?: Again;
  /** The desk's entry that the act follows from, if it is not among what `again` was given. */
  correspondence?: string | undefined;
  /** The proposal that this act confirms, and the officer who first recorded it. */
  confirming?: { proposal: string; by: string };
  /** What the evidence keeps besides the act's type, person and party. */
  detail?: Record<string, unknown>;
};

export type Scene = {
  tx: Tx;
  /** Statements whose results the act does not need. They are sent in this order, with its last statement. */
  writes: Compilable[];
  agreement: AgreementRow;
  facts: Facts;
  at: Date;
  /** The day, in the instrument's zone. */
  today: CivilDate;
  /** The parties' standings after the act; only those that it changes. */
  after: Standings;
  /** What the evidence keeps of the act. The act may add what it learns from the scene. */
  detail: Record<string, unknown>;
};

/** How to replay an act when a second officer confirms it: the verb and its input. */
export type Again = {
  verb: string;
  given: Record<string, unknown>;
  /** The input field that holds the act's day. A replay keeps the day of the first record. */
  day?: "on" | "receivedOn";
};
