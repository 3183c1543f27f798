import type { Db, Tx } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { newToken } from "#src/people/token.ts";

/** From where a session is opened or used, as its person sees it in the list of sessions. */
export type Device = { agent: string; address: string };

/** How a session can be opened. */
export const sessionMethods = ["key", "code", "link", "passkey", "single-sign-on", "demo"] as const;

type Opening = {
  person: string;
  method: (typeof sessionMethods)[number];
  /** Whether opening it has verified the person afresh. */
  verified: boolean;
  at: Date;
  device: Device;
};

const lifetime = 12 * 60 * 60 * 1000;

/** Opens a session; its token is handed out once and kept as a digest. */
export async function openSession(db: Db | Tx, opening: Opening): Promise<string> {
  const { person, method, verified, at, device } = opening;
  const token = newToken();
  await db
    .insertInto("sessions")
    .values({
      digest: await sha256(token),
      person,
      method,
      verified_at: verified ? at : null,
      seen_at: at,
      agent: device.agent.slice(0, 200),
      address: device.address.slice(0, 60),
      created_at: at,
      expires_at: new Date(at.getTime() + lifetime),
    })
    .execute();
  return token;
}

/**
 * Gives a session a new token after a fresh verification, so that a token which was seen before it is worth
 * nothing after it. Throws a Refusal if the session has ended meanwhile.
 */
export async function rotateSession(
  db: Db | Tx,
  { digest, at }: { digest: string; at: Date },
): Promise<string> {
  const token = newToken();
  const { numUpdatedRows } = await db
    .updateTable("sessions")
    .set({ digest: await sha256(token), verified_at: at, seen_at: at })
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new Refusal("unauthenticated", "Your access has ended. Sign in again.");
  }
  return token;
}
