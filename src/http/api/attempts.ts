import type { SignIn } from "#src/accounts/sign-in.ts";
import { mailboxOfCode } from "#src/accounts/use-code.ts";
import { limitFailures } from "#src/limits/rates.ts";
import type { Person } from "#src/people/person.ts";
import { networkOf } from "./address.ts";
import { type Call, serviceOf } from "./api.ts";

/** Lets a stranger prove who it is; what fails counts for the address, and for each kind of proof apart. */
export function limitStranger<Proven>(
  c: Call,
  kind: string,
  check: () => Promise<Proven>,
): Promise<Proven> {
  const { limits } = c.get("ctx");
  const key = `${kind} ${networkOf(c)}`;
  return limitFailures(limits, [{ rate: "failures-from-address", key }], check);
}

/** The same for a sign-in. Wrong codes, which alone can be guessed, count for the mailbox too. */
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
 * Lets a signed-in person confirm who it is. Only the person's own failures count, so that no stranger and
 * nobody behind the same address keeps a signatory from signing.
 */
export function limitConfirming<Proven>(
  c: Call,
  { id }: Person,
  check: () => Promise<Proven>,
): Promise<Proven> {
  const { limits } = c.get("ctx");
  return limitFailures(limits, [{ rate: "failed-confirmations", key: id }], check);
}
