import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";

/** Refuses anyone but the secretariat, which manages templates. */
export function checkManager(by: Person): void {
  if (can(by, "manage-templates")) return;
  throw new Refusal("forbidden", "Only the secretariat cares for the templates.");
}

type TemplateEvent = {
  at: Date;
  actor: string;
  name: string;
  event: "published" | "retired" | "restored";
  digest: string | null;
};

/** Records a change to a template. The record is append-only. */
export async function recordTemplateEvent(tx: Tx, event: TemplateEvent): Promise<void> {
  await tx.insertInto("template_events").values(event).execute();
}

export type TemplateEventView = Omit<TemplateEvent, "at" | "name"> & { seq: string; at: string };

/** The secretariat's changes to a template, newest first. */
export async function listTemplateEvents(
  db: Db,
  by: Person,
  name: string,
): Promise<TemplateEventView[]> {
  checkManager(by);
  const known = await db
    .selectFrom("templates")
    .select("digest")
    .where("name", "=", name)
    .limit(1)
    .executeTakeFirst();
  if (!known) throw new Refusal("not-found", "There is no such template.");
  const rows = await db
    .selectFrom("template_events")
    .select(["seq", "at", "actor", "event", "digest"])
    .where("name", "=", name)
    .orderBy("seq", "desc")
    .limit(200)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
