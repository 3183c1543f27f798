import { sql, type Updateable } from "kysely";
import type { Context } from "#src/context.ts";
import type { Tables } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import type { Act } from "#workflows/acts.ts";
import { proposalDays, type SecondPersonRule, secondPersonFor } from "#workflows/second-person.ts";
import { checkDocument, checkReason } from "./check-grounds.ts";
import { nameFile } from "./name-file.ts";
import type { Command, Scene } from "./scene.ts";

export type Waiting = { id: string; act: Act; rule: SecondPersonRule };

/**
 * Which rule makes the act wait for a second officer, or null. Only acts of the office that can be replayed can wait. A
 * party's representative and the service act alone.
 */
export function secondOfficerFor(
  { today }: Scene,
  { person, again, confirming }: Command,
  act: Act,
): SecondPersonRule | null {
  if (!again || confirming || person.party !== null || person.roles.includes("service"))
    return null;
  return secondPersonFor(act, today);
}

/**
 * Stores an act that waits for a second officer and has no legal effect yet. Runs every check of the act itself. Throws
 * a Refusal if the reason or the document is missing, if the same act already waits, or if the act itself would be
 * refused.
 */
export async function propose(
  ctx: Context,
  scene: Scene,
  command: Command,
  waiting: Omit<Waiting, "id">,
  record: (scene: Scene) => Promise<Updateable<Tables["agreements"]> | undefined>,
): Promise<Waiting> {
  const { tx, agreement, at } = scene;
  const { again, person } = command;
  if (!again) throw new Error("An act that cannot be done again cannot wait.");
  await sql`SAVEPOINT tried`.execute(tx);
  const tried = { ...scene, writes: [] };
  await record(tried);
  for (const write of tried.writes) await tx.executeQuery(write);
  await sql`ROLLBACK TO SAVEPOINT tried`.execute(tx);
  // A waiting act keeps its file, so that a confirmation days later finds it.
  if (typeof again.given.file === "string") await nameFile(scene, again.given.file);
  checkReason(again.given);
  checkDocument(scene, command, waiting.act);
  await checkNew(scene, waiting.act);
  const id = ctx.id();
  const day = again.day && "on" in waiting.act ? { [again.day]: waiting.act.on } : {};
  await tx
    .insertInto("proposals")
    .values({
      id,
      agreement: agreement.id,
      verb: again.verb,
      act: JSON.stringify(waiting.act),
      given: JSON.stringify({ ...again.given, ...day }),
      rule: waiting.rule,
      person: person.id,
      at,
      expires_at: new Date(at.getTime() + proposalDays * 86_400_000),
    })
    .execute();
  return { id, ...waiting };
}

async function checkNew({ tx, agreement, at }: Scene, act: Act): Promise<void> {
  const party = "party" in act ? act.party : null;
  const reservation = "reservation" in act ? act.reservation : null;
  const same = await tx
    .selectFrom("proposals")
    .select("id")
    .where("agreement", "=", agreement.id)
    .where("expires_at", ">", at)
    .where(sql<boolean>`act ->> 'type' = ${act.type}`)
    .where(sql<boolean>`act ->> 'party' IS NOT DISTINCT FROM ${party}`)
    .where(sql<boolean>`act ->> 'reservation' IS NOT DISTINCT FROM ${reservation}`)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom("proposal_endings")
            .select("verdict")
            .whereRef("proposal_endings.proposal", "=", "proposals.id"),
        ),
      ),
    )
    .executeTakeFirst();
  if (same) throw new Refusal("already-proposed", problemWords("already-proposed", "en"));
}
