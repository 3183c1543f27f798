import { Refusal } from "#src/errors.ts";

const minutes = (count: number) => count * 60;

/**
 * Rate limits: `times` in `seconds`. Sign-in attempts count only if they fail. Strangers are counted apart from
 * signed-in people, so that no one can keep another person from signing.
 */
export const rates = {
  /** All requests of one account, or of one address without a session. */
  requests: { times: 1200, seconds: 60 },
  /** Failed sign-ins of one kind (code, passkey, key …) from one address: a whole conference may share it. */
  "failures-from-address": { times: 100, seconds: minutes(15) },
  /** Wrong codes for one mailbox from one address. */
  "wrong-codes-here": { times: 10, seconds: minutes(10) },
  /** Wrong codes for one mailbox from anywhere. The link in a letter is not a code and still works. */
  "wrong-codes": { times: 20, seconds: minutes(60) },
  /** Failed confirmations, including those for signing, by one signed-in person. */
  "failed-confirmations": { times: 10, seconds: minutes(15) },
  /**
   * Codes that strangers request for one mailbox, from one address and from anywhere. The window is no longer than a
   * letter is valid: while these refuse, the link in the last letter still opens a session.
   */
  "codes-asked-here": { times: 5, seconds: minutes(10) },
  "codes-asked": { times: 10, seconds: minutes(10) },
  /** Codes that strangers request from one address, for any mailboxes. */
  "codes-from-address": { times: 300, seconds: minutes(15) },
  /** Codes that a signed-in person requests for their own mailbox. */
  "own-codes": { times: 20, seconds: minutes(15) },
  /** Passkey challenges and started sign-ons from one address before sign-in. */
  challenges: { times: 600, seconds: minutes(15) },
  /** Previews typeset for one person. */
  previews: { times: 60, seconds: 60 },
  /** PDFs verified by one person, or from one address without a session. */
  verifications: { times: 30, seconds: 60 },
} as const;

export type Rate = keyof typeof rates;

/** Whether the attempt was refused, how many are left, and in how many seconds the window ends. */
export type Taken = { refused: boolean; left: number; seconds: number };

export type Limits = {
  /** Counts one attempt; null if nothing is counted here. */
  take(rate: Rate, key: string): Promise<Taken | null>;
  /** Takes back one counted attempt. */
  giveBack(rate: Rate, key: string): Promise<void>;
};

/** For when a proxy in front of us counts, as at the edge. */
export const noLimits: Limits = { take: async () => null, giveBack: async () => {} };

/** Throws a Refusal (429) if the limit is exceeded. */
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
 * Checks a proof and counts it only if it was wrong (the Refusal `unauthenticated`). Counts it before the check and
 * gives it back afterwards, so that parallel guesses do not all pass.
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
