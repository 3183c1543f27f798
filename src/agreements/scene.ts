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
  /** The version the person saw; "any" only for services, whose acts carry the digest they are about. */
  version: number | "any" | null;
  act: Act;
  request: RequestKey | null;
  /** Whether the person was verified within five minutes; what is not asked over the network counts as verified. */
  fresh?: boolean;
  /** Whether an API key asks. It takes only acts that need neither a verification nor a second person. */
  byKey?: boolean;
  /** How the act is done again, for one that may have to wait for a second officer. */
  again?: Again;
  /** The proposal that this act confirms, and the officer who recorded it first. */
  confirming?: { proposal: string; by: string };
  /** What the evidence keeps of the act beside its type, person and party. */
  detail?: Record<string, unknown>;
};

export type Scene = {
  tx: Tx;
  agreement: AgreementRow;
  facts: Facts;
  at: Date;
  /** The day, in the instrument's zone. */
  today: CivilDate;
  /** Where the parties stand with the act on record; only those whose standing it changes. */
  after: Standings;
  /** What the evidence keeps of the act; the act may add what it learns from the scene. */
  detail: Record<string, unknown>;
};

/** How an act is done again when a second officer confirms it: the verb and what it was given. */
export type Again = {
  verb: string;
  given: Record<string, unknown>;
  /** The name under which it is given the day of the act: the day stays that of the first record. */
  day?: "on" | "receivedOn";
};
