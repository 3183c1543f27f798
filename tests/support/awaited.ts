import { sql } from "kysely";
import { keepAwaited } from "#src/agreements/awaited/keep-awaited.ts";
import type { Client, Office } from "./office.ts";

export type WaitingRow = {
  agreement: string;
  act: string;
  since: string;
  due: string | null;
  stage: string;
};

/** Judges all that has changed, as the jobs' process does. */
export async function judgeAll(office: Office, at = new Date()): Promise<void> {
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  while ((await keepAwaited(office.ctx.db, { at, failed })) > 0);
}

/** Marks every agreement as changed, so that each request judges for itself. */
export async function markAll(office: Office): Promise<void> {
  await sql`INSERT INTO awaited_marks (agreement, at) SELECT id, '-infinity' FROM agreements`.execute(
    office.db,
  );
}

/** What waits for a client. */
export async function waitingFor(who: Client): Promise<WaitingRow[]> {
  return (await who.get<{ items: WaitingRow[] }>("/waiting")).items;
}
