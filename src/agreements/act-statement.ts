import { type CompiledQuery, sql, type Updateable } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables, Tx } from "#src/db/db.ts";
import { keepAnswer, type RequestKey } from "#src/db/idempotency.ts";
import { appendEvidence, type Entry } from "#src/evidence/append.ts";
import { addToOutbox } from "#src/outbox/add.ts";
import { machineVersion } from "#workflows/agreement.ts";
import { participationVersion } from "#workflows/participation.ts";
import type { Stage, Standings } from "#workflows/stage.ts";
import { type Effect, stageName } from "#workflows/step.ts";

type Written = {
  entry: Entry;
  /** The agreement's evidence head before the act. */
  previous: string;
  stage: Stage;
  standing: Standings;
  changes: Updateable<Tables["agreements"]>;
  effects: Effect[];
  /** The text version that the effects concern. */
  number: number;
  request: RequestKey | null;
  /** The request that asked for the act. */
  origin: Context["origin"];
  answer: unknown;
};

/**
 * Builds one statement that writes the act's evidence and effects, the answer to its request, and the agreement's new
 * stage and version. It is the last statement of its transaction.
 */
export async function actStatement(tx: Tx, written: Written): Promise<CompiledQuery<unknown>> {
  const { entry, previous, stage, standing, effects, number, request, answer, origin } = written;
  const { agreement, at, seq } = entry;
  const { head, statement } = await appendEvidence(entry, previous);
  const parts = [sql`entry AS (${statement})`];
  if (effects.length > 0) {
    parts.push(sql`effects AS (${addToOutbox(effects, { agreement, number, at, seq, origin })})`);
  }
  if (Object.keys(standing).length > 0)
    parts.push(sql`standings AS (${stand(agreement, standing)})`);
  if (request) parts.push(sql`kept AS (${keepAnswer(request, answer, at)})`);
  const columns: Updateable<Tables["agreements"]> = {
    ...written.changes,
    version: seq,
    ...(!quiet.includes(entry.act) && { changed_version: seq }),
    evidence_head: head,
    updated_at: at,
    stage: JSON.stringify(stage),
    stage_name: stageName(stage),
    machine_version: machineVersion,
  };
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  return sql`WITH ${sql.join(parts)}
    UPDATE agreements SET ${sql.join(sets)} WHERE id = ${agreement}`.compile(tx);
}

/** Reports of the service that change nothing about which a person decides: a person may act without having seen them. */
const quiet: readonly string[] = ["report-paper", "report-renewed"];

/** Updates the parties' standings. A party that has just acceded has no row yet and brings its own. */
function stand(agreement: string, standing: Standings) {
  return sql`UPDATE agreement_parties p SET standing = s.standing,
      participation_version = ${participationVersion}
    FROM jsonb_each_text(${JSON.stringify(standing)}::jsonb) AS s (party, standing)
    WHERE p.agreement = ${agreement} AND p.party = s.party`;
}
