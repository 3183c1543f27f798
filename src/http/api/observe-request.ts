import type { MiddlewareHandler } from "hono";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { lineOf } from "#src/observe/redact.ts";
import { namesOf, type Origin, originOf } from "#src/observe/request-id.ts";
import type { Call, Env } from "./api.ts";
import { databaseRefusal } from "./database-refusal.ts";

/**
 * Gives a request its context and id, and logs one line when it is answered. The id is also in the answer and in every
 * problem. Never logs the query, the body or the ids in the path.
 */
export const observeRequest =
  (open: (c: Call) => Context): MiddlewareHandler<Env> =>
  async (c, next) => {
    const base = open(c);
    const began = base.ticks();
    const headers = {
      requestId: c.req.header("X-Request-Id"),
      traceparent: c.req.header("traceparent"),
    };
    const origin = originOf(headers, { isTrusted: base.trustedProxies > 0, id: base.id });
    const log = base.log.child(namesOf(origin));
    c.set("ctx", { ...base, origin, log });
    c.set("person", null);
    c.set("proof", null);
    if (base.tracing.isOn) await traced(c, origin, next);
    else await next();
    if (origin.request) c.res.headers.set("X-Request-Id", origin.request);
    tell(c, base.ticks() - began);
  };

/** The same within a trace span, which is the parent of everything that follows. */
function traced(c: Call, origin: Origin, next: () => Promise<void>): Promise<void> {
  const { tracing } = c.get("ctx");
  const method = methodOf(c);
  const options = { kind: "server", parent: origin.traceparent } as const;
  return tracing.span(method, options, async (span) => {
    origin.traceparent = span.traceparent;
    const { log } = c.get("ctx");
    c.set("ctx", { ...c.get("ctx"), log: log.child(namesOf(origin)) });
    await next();
    const route = routeOf(c);
    span.rename(`${method} ${route}`);
    span.set({ "http.request.method": method, "http.route": route });
    span.set({
      "http.response.status_code": c.res.status,
      "depositary.request": origin.request ?? "",
    });
  });
}

/** Requests that operators make often and log readers do not need. */
const probes = ["/healthz", "/readyz", "/metrics", "/assets/*", "/style.css", "/icon.svg"];

function tell(c: Call, ms: number): void {
  const { log, metrics, origin } = c.get("ctx");
  const route = routeOf(c);
  const method = methodOf(c);
  const { status } = c.res;
  metrics.request({ method, route, status }, ms / 1000);
  const { act } = origin;
  const problem = c.get("problem");
  const agreement = c.req.path.match(/^\/api\/v1\/agreements\/([0-9a-f-]{36})(?:\/|$)/)?.[1];
  const fields = {
    method,
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    person: c.get("person")?.id,
    agreement,
    act,
    problem,
  };
  if (status >= 500 && status !== 501)
    log.error("request-failed", { ...fields, error: causeOf(c) });
  else if (probes.includes(route)) log.debug("probe", fields);
  else log.info("request", fields);
}

/** The stack of a fault. For a deliberate or transient refusal, only the sentence. */
function causeOf({ error }: Call): unknown {
  if (!error || error instanceof Refusal) return error?.cause ?? (error && lineOf(error));
  return databaseRefusal(error) ? lineOf(error) : error;
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The method, from a closed list, because a client can send any word. */
function methodOf({ req }: Call): string {
  return methods.includes(req.method) ? req.method : "other";
}

const beside = /^\/(healthz|readyz|metrics|openapi\.json|docs|style\.css|icon\.svg)$/;

/** The route pattern of the request's address, without its ids; `none` if there is no route. */
export function routeOf(c: Call): string {
  const route = c.get("route");
  if (route) return route.path;
  const { path } = c.req;
  if (beside.test(path)) return path;
  if (path.startsWith("/assets/")) return "/assets/*";
  return c.get("page")?.replaceAll(/\$(\w+)/g, "{$1}") ?? "none";
}
