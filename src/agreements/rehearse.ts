import type { Updateable } from "kysely";
import type { Tables } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Act } from "#workflows/acts.ts";
import { changedRelations, type RelationsOf } from "#workflows/changed-relations.ts";
import { type Consequence, consequenceOf } from "#workflows/consequence.ts";
import { correctedDates } from "#workflows/corrected-dates.ts";
import type { SecondPersonRule } from "#workflows/second-person.ts";
import type { Standings } from "#workflows/stage.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import { checkDocument, checkReason } from "./check-grounds.ts";
import { readFacts } from "./facts.ts";
import type { Command, Scene } from "./scene.ts";
import { stageOf } from "./stage-of.ts";

export type Rehearsal = {
  act: Act;
  consequence: Consequence;
  /** What would stop the act now, also what the consequence does not depend on, such as a missing document. */
  refusal: Refusal | null;
  /** Why a second officer would have to confirm it first; null if it would happen at once. */
  rule: SecondPersonRule | null;
  relations: RelationsOf[];
};

/** Thrown inside the transaction of an act that is only rehearsed, so that nothing of it stays. */
export class Rehearsed extends Error {
  readonly rehearsal: Rehearsal;

  constructor(rehearsal: Rehearsal) {
    super("Only rehearsed.");
    this.rehearsal = rehearsal;
  }
}

type Taking = {
  act: Act;
  rule: SecondPersonRule | null;
  judge(): { standing: Standings };
  record(scene: Scene): Promise<Updateable<Tables["agreements"]> | undefined>;
};

/**
 * Does everything that the act would do, up to its evidence, and returns what it would bring about. The caller throws
 * it, which rolls the transaction back.
 */
export async function rehearse(
  scene: Scene,
  command: Command,
  { act, rule, judge, record }: Taking,
): Promise<Rehearsed> {
  const { tx, agreement, facts, today } = scene;
  const consequence = consequenceOf(stageOf(agreement), facts, act, today);
  const found: Rehearsal = { act, consequence, refusal: null, rule, relations: [] };
  try {
    const { standing } = judge();
    const tried: Scene = { ...scene, after: standing, writes: [] };
    const update = await record(tried);
    for (const write of tried.writes) await tx.executeQuery(write);
    const corrected = correctedIn(act, update, command);
    if (corrected) {
      const terms = { ...facts.terms, ...corrected } as Terms;
      Object.assign(consequence, correctedDates(facts, terms));
    }
    const after = await readFacts(tx, agreement.id);
    found.relations = changedRelations(facts, after, { act, on: today });
    if (rule) checkReason(command.again?.given ?? {});
    checkDocument(scene, command, act);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    found.refusal = error;
  }
  return new Rehearsed(found);
}

/** The terms that a correction changes: one that is made now, or that is proposed and would be made as it is. */
function correctedIn(
  act: Act,
  update: Updateable<Tables["agreements"]> | undefined,
  { detail }: Command,
): SomeTerms | null {
  if (act.type === "propose-correction") return (detail?.terms as SomeTerms | undefined) ?? null;
  const terms = act.type === "make-correction" ? update?.terms : undefined;
  return typeof terms === "string" ? JSON.parse(terms) : null;
}
