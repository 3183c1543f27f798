import { ConfigError, type Env, isLoopback, read, readUrl } from "./env.ts";

/** A ministry's own identity provider (OpenID Connect Core 1.0): its issuer and our registration there. */
export type Provider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whether to speak to it without TLS; only for a provider on this machine. */
  insecure: boolean;
};

/** @throws ConfigError if only some of the three are set, or if the issuer is on another machine and not https */
export function readProvider(env: Env): Provider | null {
  const issuer = readUrl(env, "OIDC_ISSUER", ["https:", "http:"]);
  const clientId = read(env, "OIDC_CLIENT_ID");
  const clientSecret = read(env, "OIDC_CLIENT_SECRET");
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new ConfigError("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together.");
  }
  const { protocol, hostname } = new URL(issuer);
  const insecure = protocol === "http:";
  if (insecure && !isLoopback(hostname)) {
    throw new ConfigError("OIDC_ISSUER must begin with https:// unless it is on this machine.");
  }
  return { issuer, clientId, clientSecret, insecure };
}
