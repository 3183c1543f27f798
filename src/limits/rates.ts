import { Refusal } from "#src/errors.ts";

const minutes = (count: number) => count * 60;

/**
 * Rate limits: `times` in `seconds`. Attempts to prove who one is count only when they fail, and what strangers
 * do is counted apart from what a signed-in person does, so that nobody keeps another from signing.
 */
export const rates = {
  /** All requests of one account, or of one address where nobody has signed in. */
  requests: { times: 1200, seconds: 60 },
  /** Failed sign-ins of one kind (code, passkey, key …) from one address: a whole conference may share it. */
  "failures-from-address": { times: 100, seconds: minutes(15) },
  /** Wrong codes for one mailbox from one address. */
  "wrong-codes-here": { times: 10, seconds: minutes(10) },
  /** Wrong codes for one mailbox from anywhere. The link in a letter is not a code and still opens. */
  "wrong-codes": { times: 20, seconds: minutes(60) },
  /** Failed confirmations, for signing too, by one signed-in person. */
  "failed-confirmations": { times: 10, seconds: minutes(15) },
  /**
   * Codes that strangers ask for one mailbox, from one address and from anywhere. No longer than a letter is
   * good for: while these refuse, the link in the last letter still opens a session.
   */
  "codes-asked-here": { times: 5, seconds: minutes(10) },
  "codes-asked": { times: 10, seconds: minutes(10) },
  /** Codes asked by strangers from one address, whichever mailboxes they are for. */
  "codes-from-address": { times: 300, seconds: minutes(15) },
  /** Codes that a signed-in person asks to the own mailbox. */
  "own-codes": { times: 20, seconds: minutes(15) },
  /** Questions put to passkeys, and sign-ons begun, from one address before anyone has signed in. */
  challenges: { times: 600, seconds: minutes(15) },
  /** Previews typeset for one person. */
  previews: { times: 60, seconds: 60 },
  /** Verifications of PDFs by one person, or from one address where nobody has signed in. */
  verifications: { times: 30, seconds: 60 },
} as const;

export type Rate = keyof typeof rates;

/** Whether one more was let through, how many are left, and in how many seconds the window ends. */
export type Taken = { refused: boolean; left: number; seconds: number };

export type Limits = {
  /** Counts one more; null if nothing counts here. */
  take(rate: Rate, key: string): Promise<Taken | null>;
  /** Takes one back that was counted. */
  giveBack(rate: Rate, key: string): Promise<void>;
};

/** Where something in front of us counts, as at the edge. */
export const noLimits: Limits = { take: async () => null, giveBack: async () => {} };

/** Throws a Refusal (429) if it is too many. */
export async function limit(limits: Limits, rate: Rate, key: string): Promise<void> {
  const taken = await limits.take(rate, key);
  if (!taken?.refused) return;
  const { seconds } = taken;
  throw new Refusal("too-many-requests", `Too many requests. Try again in ${seconds} seconds.`, {
    retryAfter: seconds,
  });
}

type Counted = { rate: Rate; key: string };

/**
 * Checks a proof and counts it only if it was wrong (the Refusal `unauthenticated`). It is counted before the
 * check and given back after it, so that guesses sent at one moment are not all let through.
 */
export async function limitFailures<Proven>(
  limits: Limits,
  counted: Counted[],
  check: () => Promise<Proven>,
): Promise<Proven> {
  const taken: Counted[] = [];
  const giveBack = () => Promise.all(taken.map(({ rate, key }) => limits.giveBack(rate, key)));
  try {
    for (const one of counted) {
      await limit(limits, one.rate, one.key);
      taken.push(one);
    }
    const proven = await check();
    await giveBack();
    return proven;
  } catch (error) {
    const wrong = error instanceof Refusal && error.code === "unauthenticated";
    if (!wrong) await giveBack();
    throw error;
  }
}
