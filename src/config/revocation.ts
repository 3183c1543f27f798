import { ConfigError, type Env, read } from "./env.ts";

/** What happens if no list says whether a certificate was revoked (`src/pdf/revocation/check-revocation.ts`). */
const revocationPolicies = ["required", "preferred", "none"] as const;

type RevocationPolicy = (typeof revocationPolicies)[number];

export type RevocationConfig = {
  folder: string | null;
  hosts: string[];
  /** By party code and `seal`; `everyone` applies to all others. Null: see `checkRevocation`. */
  policies: { everyone: RevocationPolicy | null; of: Record<string, RevocationPolicy> };
};

/** Reads REVOCATION_DIR, REVOCATION_HOSTS and REVOCATION_POLICY. Throws ConfigError. */
export function readRevocation(env: Env): RevocationConfig {
  return {
    folder: read(env, "REVOCATION_DIR"),
    hosts: readHosts(env),
    policies: readPolicies(env),
  };
}

/** The policy for a party's certificates, or for those of the seal. */
export function policyFor(
  { policies: { everyone, of } }: Pick<RevocationConfig, "policies">,
  name: string,
): RevocationPolicy | null {
  return Object.hasOwn(of, name) ? of[name]! : everyone;
}

function readHosts(env: Env): string[] {
  const named = wordsOf(env, "REVOCATION_HOSTS");
  const bad = named.find((host) => URL.parse(`http://${host}/`)?.host !== host);
  if (bad) throw new ConfigError(`REVOCATION_HOSTS holds "${bad}", which is no host.`);
  return named;
}

/** `preferred,KZ=required,seal=none`: a policy for everyone, and one for each name. */
function readPolicies(env: Env): RevocationConfig["policies"] {
  const policies: RevocationConfig["policies"] = { everyone: null, of: {} };
  const taken = new Set<string>();
  for (const word of wordsOf(env, "REVOCATION_POLICY")) {
    const [, name = "", text = ""] = /^(?:(seal|[A-Z][A-Z0-9-]{0,19})=)?(\w+)$/.exec(word) ?? [];
    const policy = revocationPolicies.find((one) => one === text);
    if (!policy) {
      throw new ConfigError(
        `REVOCATION_POLICY holds "${word}". Write required, preferred or none, before it KZ= for a party or seal= for the seal, and commas between.`,
      );
    }
    if (taken.has(name)) {
      throw new ConfigError(`REVOCATION_POLICY says twice what counts for ${name || "everyone"}.`);
    }
    taken.add(name);
    if (name === "") policies.everyone = policy;
    else policies.of[name] = policy;
  }
  return policies;
}

function wordsOf(env: Env, name: string): string[] {
  const words = (read(env, name) ?? "").split(",").map((word) => word.trim());
  return words.filter((word) => word !== "");
}
