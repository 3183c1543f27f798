import { type Level, levels } from "#src/observe/events.ts";
import { ConfigError, type Env, isLoopback, read, readChoice, readNumber, readUrl } from "./env.ts";

/** What the service reports to operators. */
export type ObserveConfig = {
  /** LOG_LEVEL: lines below it are not written; null unless set, see `levelFor` in `src/cli/observe.ts`. */
  level: Level | null;
  metrics: {
    /** METRICS_TOKEN: the bearer token for `/metrics`; without it the API does not serve that address. */
    token: string | null;
    /**
     * METRICS_PORT, METRICS_HOST: a listener that serves only `/metrics`. It listens on this machine alone unless a
     * host is set. There is none unless a port is set.
     */
    listener: { host: string; port: number } | null;
  };
  /**
   * OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: the address that receives OpenTelemetry traces, and the name they
   * carry (`depositary` unless set); no traces unless set.
   */
  tracing: { endpoint: string; service: string } | null;
};

/** Throws ConfigError. */
export function readObserve(env: Env): ObserveConfig {
  const endpoint = readUrl(env, "OTEL_EXPORTER_OTLP_ENDPOINT", ["https:", "http:"]);
  const service = read(env, "OTEL_SERVICE_NAME") ?? "depositary";
  return {
    level: readChoice(env, "LOG_LEVEL", levels, null),
    metrics: readMetrics(env),
    tracing: endpoint === null ? null : { endpoint, service },
  };
}

/** Figures reveal what an office does and how much of it, so only authorised readers get them. */
function readMetrics(env: Env): ObserveConfig["metrics"] {
  const token = read(env, "METRICS_TOKEN");
  if (token !== null && !/^[\x21-\x7e]{16,500}$/.test(token)) {
    throw new ConfigError("METRICS_TOKEN must be 16 characters or more, without spaces.");
  }
  const host = read(env, "METRICS_HOST");
  if (read(env, "METRICS_PORT") === null) {
    if (host === null) return { token, listener: null };
    throw new ConfigError("METRICS_HOST is set only with METRICS_PORT.");
  }
  const port = readNumber(env, "METRICS_PORT", { max: 65_535, fallback: 0 });
  if (host !== null && !isLoopback(host) && token === null) {
    throw new ConfigError("METRICS_HOST is not this machine: set METRICS_TOKEN too.");
  }
  return { token, listener: { host: host ?? "localhost", port } };
}
