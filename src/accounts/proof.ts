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

/**
 * What an API key is good for: reading; acting too; and acting where a person must have been verified
 * afresh, which only the operator of the machine gives to a key.
 */
export const keyScopes = ["read", "act", "verify"] as const;
export type KeyScope = (typeof keyScopes)[number];

/** How long a fresh verification holds. */
export const freshFor = 5 * 60 * 1000;

/** Whether the sender was verified afresh, as signing, publishing and the care of accounts ask. */
export function isFresh(proof: Proof | null, now: Date): boolean {
  if (!proof) return false;
  if (proof.via === "key") return proof.scopes.includes("verify");
  const { verifiedAt } = proof;
  return verifiedAt !== null && now.getTime() - verifiedAt.getTime() < freshFor;
}
