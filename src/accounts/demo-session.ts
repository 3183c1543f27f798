import type { Db } from "#src/db/db.ts";
import { openSession } from "./open-session.ts";

/**
 * Opens a session for a demo person and returns its token. The person counts as verified for five minutes. Only for a
 * demonstration: the person proves nothing, and a signature in such a session is recorded with the method `demo`.
 */
export function openDemoSession(db: Db, person: string, at: Date): Promise<string> {
  const device = { agent: "demonstration", address: "" };
  return openSession(db, { person, method: "demo", verified: true, at, device });
}

/** Whether the session whose token has this sha-256 digest was opened with the method `demo`. */
export async function isDemoSession(db: Db, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom("sessions")
    .select("method")
    .where("digest", "=", digest)
    .executeTakeFirst();
  return row?.method === "demo";
}
