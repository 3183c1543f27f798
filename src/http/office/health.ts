import { createRoute, z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Part } from "#src/context.ts";
import { problemTitle } from "#src/text/problem-words.ts";
import { type Api, answer, type Call } from "../api/api.ts";
import { json } from "../api/contract.ts";
import { Problem } from "../api/problem-schema.ts";

const Readiness = z
  .object({
    ready: z.boolean().openapi({ description: "Whether requests can be answered" }),
    state: z.enum(["ready", "degraded", "failed"]),
    parts: z.array(
      z.object({
        part: z.enum(["database", "queue", "mail", "store", "disk", "timestamps", "clock", "log"]),
        state: z.enum(["ready", "degraded", "failed"]),
        detail: z.string().openapi({ description: "One sentence for an operator" }),
        since: z.iso.datetime(),
      }),
    ),
  })
  .openapi("Readiness");

const healthz = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["Operation"],
  summary: "Whether the process lives",
  responses: { 200: { description: "It lives", ...json(z.object({ alive: z.boolean() })) } },
});

const readyz = createRoute({
  method: "get",
  path: "/readyz",
  tags: ["Operation"],
  summary: "Whether the service can answer, and how the parts are that it stands on",
  responses: {
    200: { description: "Requests can be answered; a part may be degraded", ...json(Readiness) },
    503: {
      description: "The database does not answer: requests fail",
      content: { "application/problem+json": { schema: Problem.and(Readiness) } },
    },
  },
});

/** The parts are in addition to the fields of every problem (RFC 9457, 3.2). */
const unavailable = {
  type: "urn:depositary:problem:unavailable",
  title: problemTitle("unavailable", "en"),
  status: 503,
  detail: "The database does not answer: requests fail.",
};

/** Health checks for load balancers and operators: alive, and ready to act. */
export function health(api: Api): void {
  api.openapi(healthz, (c) => c.json({ alive: true }, 200));
  api.openapi(readyz, async (c) => {
    const { readiness } = c.get("ctx");
    const parts = readiness ? await readiness.check() : [await databaseOf(c)];
    const ready = parts.every(({ part, state }) => part !== "database" || state === "ready");
    const degraded = parts.every(({ state }) => state === "ready") ? "ready" : "degraded";
    const body = { ready, state: ready ? degraded : "failed", parts };
    const headers = { "Cache-Control": "no-store" };
    if (ready) return answer(Response.json(body, { headers }));
    return answer(
      Response.json(
        { ...unavailable, requestId: c.get("ctx").origin.request, ...body },
        {
          status: 503,
          headers: {
            ...headers,
            "Content-Type": "application/problem+json",
            "Content-Language": "en",
            "Retry-After": "2",
          },
        },
      ),
    );
  });
}

async function databaseOf(c: Call): Promise<Part> {
  const { db, now } = c.get("ctx");
  const since = now().toISOString();
  try {
    await sql`SELECT FROM agreements LIMIT 1`.execute(db);
    return { part: "database", state: "ready", detail: "The database answers.", since };
  } catch {
    const detail = "The database does not answer: requests fail.";
    return { part: "database", state: "failed", detail, since };
  }
}
