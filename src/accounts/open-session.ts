import { sha256 } from "#src/bytes/sha256.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { newToken } from "#src/people/token.ts";

/** The device on which a session is opened or used, as shown in the person's list of sessions. */
export type Device = { agent: string; address: string };

/** The ways to open a session. */
export const sessionMethods = ["key", "code", "link", "passkey", "single-sign-on", "demo"] as const;

/** A session opened by a key ends with the key, at `until` at the latest. */
export type Opener = { key: string; until: Date } | { passkey: string };

type Opening = {
  person: string;
  method: (typeof sessionMethods)[number];
  /** The API key or passkey that opens the session. The session ends with it. */
  by?: Opener | undefined;
  /** Whether opening it freshly verified the person. */
  verified: boolean;
  at: Date;
  device: Device;
};

const lifetime = 12 * 60 * 60 * 1000;

/** Opens a session. Returns its token once and stores only the digest. */
export async function openSession(db: Db | Tx, opening: Opening): Promise<string> {
  const { person, method, by, verified, at, device } = opening;
  const key = by && "key" in by ? by : null;
  const passkey = by && "passkey" in by ? by.passkey : null;
  const end = new Date(at.getTime() + lifetime);
  const token = newToken();
  await db
    .insertInto("sessions")
    .values({
      digest: await sha256(token),
      person,
      method,
      api_key: key?.key ?? null,
      passkey,
      verified_at: verified ? at : null,
      confirmed_by: verified ? passkey : null,
      seen_at: at,
      agent: device.agent.slice(0, 200),
      address: device.address.slice(0, 60),
      created_at: at,
      expires_at: key && key.until < end ? key.until : end,
    })
    .execute();
  return token;
}

/**
 * Gives a session a new token after a fresh verification, so that a token seen before is worthless afterwards.
 * `passkey` is the one that verified it. Throws a Refusal if the session has ended meanwhile.
 */
export async function rotateSession(
  db: Db | Tx,
  { digest, at, passkey }: { digest: string; at: Date; passkey: string | null },
): Promise<string> {
  const token = newToken();
  const { numUpdatedRows } = await db
    .updateTable("sessions")
    .set({ digest: await sha256(token), verified_at: at, confirmed_by: passkey, seen_at: at })
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new Refusal("unauthenticated", "Your access has ended. Sign in again.");
  }
  return token;
}
