import type { SignIn } from "#src/accounts/sign-in.ts";
import { mailboxOfCode } from "#src/accounts/use-code.ts";
import { limitFailures } from "#src/limits/rates.ts";
import type { Person } from "#src/people/person.ts";
import { networkOf } from "./address.ts";
import { type Call, serviceOf } from "./api.ts";

/** Runs a check of an unauthenticated client's proof. Failures count per network, separately for each kind of proof. */
export function limitStranger<Proven>(
  c: Call,
  kind: string,
  check: () => Promise<Proven>,
): Promise<Proven> {
  const { limits } = c.get("ctx");
  const key = `${kind} ${networkOf(c)}`;
  return limitFailures(limits, [{ rate: "failures-from-address", key }], check);
}

/** The same for a sign-in. Wrong codes also count per mailbox, because only codes can be guessed. */
export async function limitSignIn<Proven>(
  c: Call,
  given: SignIn,
  check: () => Promise<Proven>,
): Promise<Proven> {
  const kind = Object.keys(given).join();
  if (!("code" in given)) return limitStranger(c, kind, check);
  const { db, limits } = serviceOf(c);
  const mailbox = (await mailboxOfCode(db, given.code.id)) ?? given.code.id;
  const wrong = [
    { rate: "wrong-codes-here", key: `${mailbox} ${networkOf(c)}` },
    { rate: "wrong-codes", key: mailbox },
  ] as const;
  return limitStranger(c, kind, () => limitFailures(limits, [...wrong], check));
}

/**
 * Runs a check that confirms a signed-in person. Only the person's own failures count, so strangers and people behind
 * the same address cannot keep a signatory from signing.
 */
export function limitConfirming<Proven>(
  c: Call,
  { id }: Person,
  check: () => Promise<Proven>,
): Promise<Proven> {
  const { limits } = c.get("ctx");
  return limitFailures(limits, [{ rate: "failed-confirmations", key: id }], check);
}
