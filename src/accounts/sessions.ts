import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { idle } from "#src/people/find.ts";

export type SessionView = {
  id: string;
  method: string;
  agent: string;
  address: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  current: boolean;
};

/** The person's open sessions, newest first. */
export async function listSessions(
  db: Db,
  { person, digest, now }: { person: string; digest: string | null; now: Date },
): Promise<SessionView[]> {
  const rows = await db
    .selectFrom("sessions")
    .selectAll()
    .where("person", "=", person)
    .where("expires_at", ">", now)
    .where("seen_at", ">", new Date(now.getTime() - idle))
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    agent: row.agent,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    current: row.digest === digest,
  }));
}

/** Ends one of the person's own sessions. */
export async function endSession(db: Db, person: string, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom("sessions")
    .where("person", "=", person)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal("not-found", "You have no such session.");
}

/** Ends all of a person's sessions, or all but one. */
export async function endSessions(db: Db | Tx, person: string, except = ""): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where("person", "=", person)
    .where("digest", "!=", except)
    .execute();
}

export async function endSessionByDigest(db: Db, digest: string): Promise<void> {
  await db.deleteFrom("sessions").where("digest", "=", digest).execute();
}
