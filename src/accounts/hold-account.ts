import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { holdActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import type { Proof } from "./proof.ts";
import { keyStands, sessionStands } from "./still-stands.ts";

/**
 * Locks the account of a person who has signed in and makes sure that the session or key of this request still
 * stands. Whatever gives new access, a key or a passkey, does this first in its transaction: so nothing is given
 * behind the back of a recovery, a suspension or another end of access that commits at the same moment.
 *
 * @throws Refusal `unauthenticated` if access has ended since the request began
 */
export async function holdAccount(tx: Tx, person: string, proof: Proof | null): Promise<Person> {
  const held = await holdActing(tx, person);
  if (!held || !(await stands(tx, proof))) {
    throw new Refusal("unauthenticated", "Your access has ended. Sign in again.");
  }
  return held;
}

/** What is not asked over the network shows no proof, and none can end. */
async function stands(tx: Tx, proof: Proof | null): Promise<boolean> {
  if (!proof) return true;
  if (proof.via === "session") return sessionStands(tx, proof.session);
  return keyStands(tx, proof.key);
}
