import type { Context } from "#src/context.ts";
import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { mustKeep } from "./register-paper.ts";

export type Entry = {
  direction: "in" | "out";
  year: number;
  number: number;
  kind: string;
  party: string;
  subject: string;
  zone: string;
  version: number;
  scan_ahead: boolean;
  stamped_at: Date;
  /** What has been done to it. */
  acts: string[];
};

/** Locks the entry, so that two officers act on it one after the other. */
export async function onPaper(
  ctx: Context,
  by: Person,
  id: string,
  run: (tx: Tx, entry: Entry) => Promise<void>,
): Promise<void> {
  mustKeep(by);
  await ctx.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("desk_entries")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal("not-found", "There is no such entry.");
    const events = await tx
      .selectFrom("desk_events")
      .select("act")
      .where("entry", "=", id)
      .execute();
    await run(tx, { ...row, acts: events.map(({ act }) => act) });
  });
  ctx.committed();
}

export async function note(
  tx: Tx,
  { now }: Context,
  by: Person,
  entry: string,
  act: "original-received" | "checked" | "acknowledged" | "returned",
  detail: Record<string, unknown>,
): Promise<void> {
  const row = { entry, act, detail: JSON.stringify(detail), person: by.id, at: now() };
  await tx.insertInto("desk_events").values(row).execute();
}

export function refuseReturned({ acts }: Entry): void {
  if (acts.includes("returned")) refuse("paper-returned");
}

type Code =
  | "original-not-awaited"
  | "already-acknowledged"
  | "paper-not-received"
  | "paper-returned"
  | "act-came-of-paper";

export function refuse(code: Code): never {
  throw new Refusal(code, problemWords(code, "en"));
}
