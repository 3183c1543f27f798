import type { Config } from "#src/config/config.ts";
import type { Metrics } from "#src/observe/metrics.ts";
import { type Listener, listen } from "../listen.ts";
import { isBearer, pageOf } from "./metrics.ts";

/**
 * Serves only the metrics, on their own listener, for a process that runs only jobs or for a network closed to people.
 * Null if not configured. Throws ConfigError if its port is taken.
 */
export async function serveMetrics(
  { observe: { metrics: wanted } }: Pick<Config, "observe">,
  { page }: Metrics,
): Promise<Listener | null> {
  const { listener, token } = wanted;
  if (!listener || !page) return null;
  const fetch = async (request: Request) => {
    const isFigures = new URL(request.url).pathname === "/metrics";
    if (!isFigures || !["GET", "HEAD"].includes(request.method)) return says(404);
    const shown = request.headers.get("Authorization") ?? undefined;
    if (token !== null && !(await isBearer(shown, token))) return says(401);
    return pageOf(page);
  };
  return listen(fetch, { ...listener, setting: "METRICS_PORT" });
}

const says = (status: number) =>
  new Response(null, { status, headers: status === 401 ? { "WWW-Authenticate": "Bearer" } : {} });
