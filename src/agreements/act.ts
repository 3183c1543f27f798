import type { Updateable } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables, Tx } from "#src/db/db.ts";
import { earlierAnswer, orInProgress } from "#src/db/idempotency.ts";
import { both, last } from "#src/db/pipeline.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { keyIsNoPerson } from "#src/people/key-is-no-person.ts";
import { type Act, rowOf } from "#workflows/acts.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { concerned } from "#workflows/conditions/concerned.ts";
import { needsPerson } from "#workflows/safeguards.ts";
import { type Step, stageName, step } from "#workflows/step.ts";
import { actStatement } from "./act-statement.ts";
import { checkDocument } from "./check-grounds.ts";
import { checkVersion } from "./check-version.ts";
import { closeToOthers } from "./close-to-others.ts";
import { correspondenceOf } from "./correspondence-of.ts";
import { type SceneRow, sceneOf, sceneQuery } from "./facts.ts";
import type { AgreementRow } from "./find.ts";
import { atMoment, notBefore } from "./moment.ts";
import { onDay, tooEarly } from "./on-day.ts";
import { namingParties } from "./party-names.ts";
import { propose, secondOfficerFor } from "./propose.ts";
import { refusalBeforeVersion, refusalOf } from "./refusal.ts";
import { rehearse } from "./rehearse.ts";
import type { Command, Scene } from "./scene.ts";
import { visibleTo } from "./scope.ts";
import { stageOf } from "./stage-of.ts";
import { tellAct } from "./tell-act.ts";

/** Input of every verb: the agreement, the person, the version they saw, and the idempotency key. */
export type Asked = Omit<Command, "act" | "detail" | "again">;

export type Done = {
  id: string;
  version: number;
  stage: string;
  /** The id of the proposal, if the act waits for a second officer and has no legal effect yet. */
  proposal?: string;
};
/** Writes the act's own rows and returns what else changes on the agreement. */
type Record_ = (scene: Scene) => Promise<Updateable<Tables["agreements"]> | undefined>;

/**
 * Every change to an agreement goes through here. One transaction locks the row and checks the person's rights, the
 * stage, the version and the law. It then writes the act's rows, the new stage, the evidence, the outbox and the
 * answer. Throws a Refusal, which leaves everything unchanged; of a rehearsed act, what it would bring about.
 */
export function act(ctx: Context, command: Command, record: Record_): Promise<Done> {
  if (command.rehearses) return perform(ctx, command, { record, repeats() {} });
  return tellAct(ctx, command, (own, repeats) => perform(own, command, { record, repeats }));
}

type Performed = { record: Record_; repeats(): void };

async function perform(ctx: Context, command: Command, { record, repeats }: Performed) {
  const halt = ctx.halted();
  if (halt) throw new Refusal(halt.code, halt.detail);
  let written: Promise<unknown> | null = null;
  const kept = ctx.db.transaction().execute(async (tx) => {
    const { agreement, rows } = await lock(tx, command);
    const at = notBefore(agreement.updated_at, ctx.now());
    checkRight(command);
    const { facts, look } = sceneOf(rows);
    const earlier = command.request && earlierAnswer(command.request, look);
    if (earlier) {
      repeats();
      return earlier.answer;
    }
    const today = civilDate(at.toISOString(), facts.terms.zone);
    const detail = { ...command.detail };
    const scene = { tx, writes: [], agreement, facts, at, today, after: {}, detail };
    const momentary = { ...command, act: atMoment(command.act, at) };
    const taken = await take(ctx, scene, momentary, record).catch(async (error) => {
      throw await namingParties(tx, agreement.id, error);
    });
    written = taken.written;
    return taken.done;
  });
  // If the last statement failed, COMMIT reports only a rollback; the statement's own error gives the cause.
  const done = await kept.catch(async (error) => {
    await written?.catch((why) => {
      throw orInProgress(why);
    });
    throw error;
  });
  ctx.committed();
  return done;
}

/**
 * Checks three things: the role may do the act, a representative acts only for their own party, and an API key does not
 * take an act that needs a person.
 */
export function checkRight({
  person,
  act,
  byKey = false,
}: Pick<Command, "person" | "act" | "byKey">): void {
  if (!can(person, act.type)) {
    throw new Refusal("forbidden", "Your role does not include this act.");
  }
  if (person.party !== null && "party" in act && act.party !== person.party) {
    throw new Refusal("forbidden", "You act for your own party only.");
  }
  if (byKey && needsPerson(act.type)) throw new Refusal("key-is-no-person", keyIsNoPerson);
}

/** Locks the row, then reads its facts in a second statement, so they include what was committed while we waited. */
async function lock(
  tx: Tx,
  { agreement, person, request }: Command,
): Promise<{ agreement: AgreementRow; rows: SceneRow<Done>[] }> {
  const locking = tx
    .selectFrom("agreements")
    .selectAll()
    .where("id", "=", agreement)
    .where(visibleTo(person))
    .forUpdate();
  const scene = sceneQuery<Done>(agreement, request);
  const [[row], rows] = await both(tx, locking.compile(), scene.compile(tx));
  if (!row) throw new Refusal("not-found", "There is no such agreement.");
  return { agreement: row, rows };
}

type Taken = { done: Done; written: Promise<unknown> };

/** Returns where the act leads. Throws the Refusal if the law, the version seen or an old session rules it out. */
export function judge(
  { agreement, facts, today }: Pick<Scene, "agreement" | "facts" | "today">,
  command: Command,
): Extract<Step, { ok: true }> {
  const act = onDay(command.act, today);
  const result = step(stageOf(agreement), facts, act);
  const first = result.ok ? null : refusalBeforeVersion(result);
  if (first) throw first;
  checkVersion(agreement, command.version);
  if (!result.ok) {
    const parties = concerned(result.refusal, facts, act);
    throw refusalOf(result, { parties, days: tooEarly(facts, act) });
  }
  if (command.fresh === false && rowOf(act.type).needs.fresh) {
    throw new Refusal("step-up-required", "Confirm that it is you, then do this again.");
  }
  return result;
}

async function take(ctx: Context, scene: Scene, given: Command, record: Record_): Promise<Taken> {
  const { confirming, person } = given;
  if (confirming) judgeConfirming(scene, given, confirming);
  const act = onDay(given.act, scene.today);
  const from = await correspondenceOf(scene, given, act);
  const command = { ...given, detail: { ...given.detail, ...from } };
  Object.assign(scene.detail, from);
  if (command.rehearses) {
    const rule = secondOfficerFor(scene, command, act);
    throw await rehearse(scene, command, { act, rule, record, judge: () => judge(scene, command) });
  }
  const { stage, effects, standing } = judge(scene, command);
  const after = { ...scene, after: standing };
  const rule = secondOfficerFor(scene, command, act);
  if (rule) {
    const { id: proposal } = await propose(ctx, after, command, { act, rule }, record);
    const effects = [{ name: "request-confirmation" }];
    const detail = { ...command.detail, act: act.type, proposal, rule };
    const waiting = { act: "propose", stage: stageOf(scene.agreement), effects, standing: {} };
    return write(ctx, scene, command, { ...waiting, changes: {}, detail, proposal });
  }
  const changes = (await record(after)) ?? {};
  checkDocument(scene, command, act);
  closeToOthers(scene, stage);
  const { detail } = scene;
  if (confirming) {
    const { proposal, by } = confirming;
    const ending = { proposal, verdict: "confirmed" as const, reason: "" };
    const row = { ...ending, person: person.id, at: scene.at };
    scene.writes.push(scene.tx.insertInto("proposal_endings").values(row));
    Object.assign(detail, { proposal, proposedBy: by });
  }
  return write(ctx, scene, command, { act: act.type, stage, effects, standing, changes, detail });
}

/** Checks that the confirming officer is not the first one and that the proposal still waits. */
function judgeConfirming(
  scene: Scene,
  command: Command,
  { proposal }: NonNullable<Command["confirming"]>,
): void {
  const by = command.person.id;
  const act: Act = { type: "confirm-proposal", by, proposal, at: scene.at.toISOString() };
  checkRight({ person: command.person, act });
  judge(scene, { ...command, act });
}

type Outcome = Omit<Extract<Step, { ok: true }>, "ok"> & {
  /** The act's name in the evidence. */
  act: string;
  changes: Updateable<Tables["agreements"]>;
  detail: Record<string, unknown>;
  proposal?: string;
};

/** Writes the act's evidence, effects and answer with the agreement's new stage and version. */
async function write(
  { origin }: Context,
  scene: Scene,
  command: Command,
  outcome: Outcome,
): Promise<Taken> {
  const { tx, writes, agreement, at } = scene;
  const { person, request } = command;
  const { stage, effects, standing, changes, detail, proposal } = outcome;
  const done = {
    id: agreement.id,
    version: agreement.version + 1,
    stage: stageName(stage),
    ...(proposal && { proposal }),
  };
  const entry = {
    agreement: agreement.id,
    seq: done.version,
    at,
    act: outcome.act,
    person: person.id,
    party: "party" in command.act ? command.act.party : person.party,
    stage: done.stage,
    detail,
  };
  const number = changes.text_version ?? agreement.text_version;
  const previous = agreement.evidence_head;
  const kept = { changes, effects, number, request, answer: done, origin };
  const statement = await actStatement(tx, { entry, previous, stage, standing, ...kept });
  return { done, ...(await last(tx, [...writes.map((each) => each.compile()), statement])) };
}
