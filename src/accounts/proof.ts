/** How a request's sender has shown who it is. */
export type Proof = (
  | {
      via: "session";
      session: string;
      digest: string;
      /** The API key that opened the session, if one did: it is confirmed no more than the key is. */
      openedBy: string | null;
      verifiedAt: Date | null;
    }
  | { via: "key"; key: string; scopes: KeyScope[] }
) & {
  /** Whether the sender has a passkey. */
  passkeys: boolean;
};

/** What an API key is good for: reading, and acting where no person has to be verified. */
export const keyScopes = ["read", "act"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Whether an API key asks, also by a session that it has opened. */
export function isByKey(proof: Proof | null): boolean {
  return proof?.via === "key" || (proof?.via === "session" && proof.openedBy !== null);
}

/** How long a fresh verification holds. */
export const freshFor = 5 * 60 * 1000;

/** Whether a person was verified within the last minutes; a key never was. */
export function isFresh(proof: Proof | null, now: Date): boolean {
  if (proof?.via !== "session" || proof.verifiedAt === null) return false;
  return now.getTime() - proof.verifiedAt.getTime() < freshFor;
}
