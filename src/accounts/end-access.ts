import type { Tx } from "#src/db/db.ts";
import { endChallenges } from "./challenge.ts";
import { revokeKeys } from "./make-key.ts";
import { endSessions } from "./sessions.ts";
import { endCodes } from "./use-code.ts";

/**
 * Ends everything that opens a person's account or keeps it open: sent codes and links, challenges that wait for a
 * passkey, sessions and API keys. Passkeys and joined identities stay.
 *
 * Call it after the change, in the transaction that suspends the person or changes the address, the roles or the party.
 * The change locks the person's row. So does everyone who signs in, makes a key or keeps a passkey (`hold-account.ts`).
 * Access opened before this ends here; anything later sees the change.
 */
export async function endAccess(
  tx: Tx,
  { person, at }: { person: string; at: Date },
): Promise<void> {
  await endCodes(tx, person, at);
  await endChallenges(tx, person, at);
  await endSessions(tx, person);
  await revokeKeys(tx, { person, at });
}

/**
 * The same for an account after a recovery: passkeys and joined identities end too. Returns which passkeys, for the
 * log.
 */
export async function endAllAccess(
  tx: Tx,
  { person, at }: { person: string; at: Date },
): Promise<{ removed: string[] }> {
  await endAccess(tx, { person, at });
  const passkeys = await tx
    .updateTable("passkeys")
    .set({ revoked_at: at })
    .where("person", "=", person)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  await tx.deleteFrom("identities").where("person", "=", person).execute();
  return { removed: passkeys.map(({ id }) => id).sort() };
}
