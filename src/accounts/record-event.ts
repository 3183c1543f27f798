import type { Db, Tx } from "#src/db.ts";

type AccountEvent = {
  at: Date;
  /** Who did it; null where nobody had signed in. */
  actor: string | null;
  person: string;
  event: string;
  detail?: Record<string, unknown>;
};

/** Puts on record what was done to a person's account; nothing there is ever changed. */
export async function recordEvent(
  db: Db | Tx,
  { at, actor, person, event, detail = {} }: AccountEvent,
): Promise<void> {
  await db
    .insertInto("account_events")
    .values({ at, actor, person, event, detail: JSON.stringify(detail) })
    .execute();
}
