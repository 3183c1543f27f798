import type { Updateable } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables, Tx } from "#src/db.ts";
import { Refusal } from "#src/errors.ts";
import { earlierAnswer, type RequestKey } from "#src/idempotency.ts";
import { may } from "#src/people/may.ts";
import type { Person } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import { stageName, step } from "#workflows/step.ts";
import { readScene } from "./facts.ts";
import type { AgreementRow } from "./find.ts";
import { refusalBeforeVersion, refusalOf } from "./refusal.ts";
import { visibleTo } from "./scope.ts";
import { writeAct } from "./write-act.ts";

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
    const { facts, look } = await readScene<Done>(tx, agreement.id, command.request);
    const earlier = command.request && earlierAnswer(command.request, look);
    return earlier ? earlier.answer : take({ tx, agreement, facts, at }, command, record);
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

async function take(scene: Scene, command: Command, record: Record_): Promise<Done> {
  const { tx, agreement, facts, at } = scene;
  const { act, person, request } = command;
  const result = step(agreement.stage, facts, act);
  const first = result.ok ? null : refusalBeforeVersion(result);
  if (first) throw first;
  checkVersion(agreement, command.version);
  if (!result.ok) throw refusalOf(result);

  const changes = (await record(scene)) ?? {};
  const { stage, effects } = result;
  const done = { id: agreement.id, version: agreement.version + 1, stage: stageName(stage) };
  const entry = {
    agreement: agreement.id,
    seq: done.version,
    at,
    act: act.type,
    person: person.id,
    party: "party" in act ? act.party : person.party,
    stage: done.stage,
    detail: command.detail ?? {},
  };
  const number = changes.text_version ?? agreement.text_version;
  const previous = agreement.evidence_head;
  await writeAct(tx, { entry, previous, stage, changes, effects, number, request, answer: done });
  return done;
}

function checkVersion({ version }: AgreementRow, seen: Command["version"]): void {
  if (seen === "any" || seen === version) return;
  if (seen === null) {
    throw new Refusal("version-required", "Send the version you have seen in If-Match.");
  }
  throw new Refusal("stale-version", "The agreement has changed since. Reload and try again.");
}
