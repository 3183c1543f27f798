import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { holdActing } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import type { Proof } from "./proof.ts";
import { keyStands, sessionStands } from "./still-stands.ts";

/**
 * Locks a signed-in person's account and checks that this request's session or key is still valid. Everything that
 * grants new access, such as a key or a passkey, does this first in its transaction. Nothing is then granted behind a
 * concurrent recovery, suspension or other end of access.
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

/** Calls from inside the service have no proof that could end. */
async function stands(tx: Tx, proof: Proof | null): Promise<boolean> {
  if (!proof) return true;
  if (proof.via === "session") return sessionStands(tx, proof.session);
  return keyStands(tx, proof.key);
}
