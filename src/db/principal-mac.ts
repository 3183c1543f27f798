import { createHmac, scryptSync } from "node:crypto";
import { sql } from "kysely";
import { ConfigError } from "#src/config/config.ts";
import type { Db } from "./db.ts";

/** How the service proves to the database who the principal is (RFC 2104), and the login that has the key. */
export type PrincipalMac = {
  login: string;
  key: Uint8Array;
  /** HMAC-SHA-256 of the text, in hex. */
  sign(said: string): string;
};

/** The block size of SHA-256, at which HMAC uses the key unchanged. */
const keyBytes = 64;
const leastPassword = 16;

/**
 * Derives the key from the serving login's password. All processes of a deployment have it, the database server does
 * not reveal it, and there is no further secret to keep. A statement can see its own connection's signed settings and
 * could try passwords against them; scrypt and a minimum of sixteen characters prevent that.
 *
 * @throws ConfigError if the URL has no such password
 */
export function principalMacOf(servingUrl: string): PrincipalMac {
  const { username, password } = new URL(servingUrl);
  const [login, secret] = [username, password].map(decodeURIComponent) as [string, string];
  if (!login || secret.length < leastPassword) {
    throw new ConfigError(
      `DATABASE_URL needs a login and its password of ${leastPassword} characters or more, also where the server does not ask for one: it is the key with which the service shows the database who asks (openssl rand -hex 24 makes one).`,
    );
  }
  const key = scryptSync(secret, `depositary: who asks: ${login}`, keyBytes);
  return {
    login,
    key,
    sign: (said) => createHmac("sha256", key).update(said).digest("hex"),
  };
}

/** Stores the login's key in the database, as the owner; the previous key stays valid until it is replaced. */
export async function keepPrincipalKey(
  db: Db,
  { login, key }: Pick<PrincipalMac, "login" | "key">,
): Promise<void> {
  const [inner, outer] = [0x36, 0x5c].map((pad) => Buffer.from(key.map((byte) => byte ^ pad)));
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('depositary: keys'))`.execute(tx);
    await sql`INSERT INTO identity.mac_keys (login, inner_key, outer_key, at)
      VALUES (${login}, ${inner}, ${outer}, clock_timestamp()) ON CONFLICT DO NOTHING`.execute(tx);
    await sql`DELETE FROM identity.mac_keys WHERE login = ${login} AND inner_key NOT IN (
      SELECT inner_key FROM identity.mac_keys WHERE login = ${login} ORDER BY at DESC LIMIT 2)`.execute(
      tx,
    );
  });
}
