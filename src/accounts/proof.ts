/** How a request's sender proved who they are. */
export type Proof = (
  | {
      via: "session";
      session: string;
      digest: string;
      /** The API key that opened the session, if one did. The session is no more verified than the key. */
      openedBy: string | null;
      verifiedAt: Date | null;
    }
  | { via: "key"; key: string; scopes: KeyScope[] }
) & {
  /** Whether the sender has a passkey. */
  passkeys: boolean;
};

/** The scopes of an API key: reading, and acting if no person must be verified. */
export const keyScopes = ["read", "act"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Whether the request uses an API key, directly or through a session that it opened. */
export function isByKey(proof: Proof | null): boolean {
  return proof?.via === "key" || (proof?.via === "session" && proof.openedBy !== null);
}

/** How long a fresh verification is valid, in milliseconds. */
export const freshFor = 5 * 60 * 1000;

/** Whether the person was verified within five minutes. A key never was. */
export function isFresh(proof: Proof | null, now: Date): boolean {
  if (proof?.via !== "session" || proof.verifiedAt === null) return false;
  return now.getTime() - proof.verifiedAt.getTime() < freshFor;
}
