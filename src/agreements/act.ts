import type { Updateable } from "kysely";
import { sql } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables, Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import { appendEvidence } from "#src/evidence/append.ts";
import { once, type RequestKey } from "#src/idempotency.ts";
import { addToOutbox } from "#src/outbox/add.ts";
import { may } from "#src/people/may.ts";
import type { Person } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import { machineVersion } from "#workflows/agreement.ts";
import type { Facts } from "#workflows/facts.ts";
import { type Stage, stageName, step } from "#workflows/step.ts";
import { readFacts } from "./facts.ts";
import type { AgreementRow } from "./find.ts";
import { refusalBeforeVersion, refusalOf } from "./refusal.ts";
import { visibleTo } from "./scope.ts";

export type Command = {
  agreement: string;
  person: Person;
  /** The version the person saw; "any" only for services, whose acts carry the digest they are about. */
  version: number | "any" | null;
  act: Act;
  request: RequestKey | null;
  /** What the evidence keeps of the act beside its type, person and party. */
  detail?: Record<string, unknown>;
};

/** What every verb is told: which agreement, who asks, the version seen, the request's key. */
export type Asked = Omit<Command, "act" | "detail">;

export type Done = { id: string; version: number; stage: string };

export type Scene = { tx: Tx; agreement: AgreementRow; facts: Facts; at: Date };

/** Writes the act's own rows and says what else changes on the agreement. */
type Record_ = (scene: Scene) => Promise<Updateable<Tables["agreements"]> | undefined>;

/**
 * The one gate: nothing else changes an agreement. In one transaction: the row is locked, the person's
 * right, the stage, the version and the law are asked, and the act's rows, the new stage, the evidence,
 * the outbox and the answer are written. Throws a Refusal after which nothing has changed.
 */
export async function act(ctx: Context, command: Command, record: Record_): Promise<Done> {
  const done = await ctx.db.transaction().execute(async (tx) => {
    const at = ctx.now();
    const agreement = await lock(tx, command);
    if (!may(command.person, command.act.type)) {
      throw new Refusal("forbidden", "Your role does not include this act.");
    }
    return once(tx, command.request, at, () => take(tx, agreement, at, command, record));
  });
  ctx.committed();
  return done;
}

async function lock(tx: Tx, { agreement, person }: Command): Promise<AgreementRow> {
  const row = await tx
    .selectFrom("agreements")
    .selectAll()
    .where("id", "=", agreement)
    .where(visibleTo(person))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal("not-found", "There is no such agreement.");
  return row;
}

async function take(
  tx: Tx,
  agreement: AgreementRow,
  at: Date,
  command: Command,
  record: Record_,
): Promise<Done> {
  const { act, person } = command;
  const facts = await readFacts(tx, agreement.id);
  const result = step(agreement.stage, facts, act);
  const first = result.ok ? null : refusalBeforeVersion(result);
  if (first) throw first;
  checkVersion(agreement, command.version);
  if (!result.ok) throw refusalOf(result);

  const changes = await record({ tx, agreement, facts, at });
  const version = agreement.version + 1;
  const stage = stageName(result.stage);
  const entry = {
    agreement: agreement.id,
    seq: version,
    at,
    act: act.type,
    person: person.id,
    party: "party" in act ? act.party : person.party,
    stage,
    detail: command.detail ?? {},
  };
  const head = await appendEvidence(tx, entry, agreement.evidence_head);
  await move(tx, agreement.id, result.stage, {
    ...changes,
    version,
    evidence_head: head,
    updated_at: at,
  });
  const number = changes?.text_version ?? agreement.text_version;
  await addToOutbox(tx, result.effects, { agreement: agreement.id, number, at });
  return { id: agreement.id, version, stage };
}

function checkVersion({ version }: AgreementRow, seen: Command["version"]): void {
  if (seen === "any" || seen === version) return;
  if (seen === null) {
    throw new Refusal("version-required", "Send the version you have seen in If-Match.");
  }
  throw new Refusal("stale-version", "The agreement has changed since. Reload and try again.");
}

async function move(
  tx: Tx,
  id: string,
  stage: Stage,
  changes: Updateable<Tables["agreements"]>,
): Promise<void> {
  await tx
    .updateTable("agreements")
    .set({
      ...changes,
      stage: sql`${JSON.stringify(stage)}::jsonb`,
      stage_name: stageName(stage),
      machine_version: machineVersion,
    })
    .where("id", "=", id)
    .execute();
}
