import { Refusal } from "#src/errors.ts";

/** How often something may be asked for, by whom: so many times in so many seconds. */
export const rates = {
  /** All requests of one account, or of one address where nobody has signed in. */
  requests: { times: 1200, seconds: 60 },
  /** Codes sent to one address of mail. */
  codes: { times: 5, seconds: 15 * 60 },
  /** Attempts to sign in or to be verified, from one address. */
  attempts: { times: 30, seconds: 15 * 60 },
  /** Previews typeset for one person. */
  previews: { times: 60, seconds: 60 },
  /** Verifications of PDFs that nobody has signed in for, from one address. */
  verifications: { times: 30, seconds: 60 },
} as const;

export type Rate = keyof typeof rates;

export type Limits = {
  /** Counts one more; how many seconds to wait where it is too many, else null. */
  take(rate: Rate, key: string): Promise<number | null>;
};

/** Where something in front of us counts, as at the edge. */
export const noLimits: Limits = { take: async () => null };

/** Throws a Refusal (429) where it is too many. */
export async function limit(limits: Limits, rate: Rate, key: string): Promise<void> {
  const wait = await limits.take(rate, key);
  if (wait === null) return;
  throw new Refusal("too-many-requests", `Too many requests. Try again in ${wait} seconds.`, {
    retryAfter: wait,
  });
}
