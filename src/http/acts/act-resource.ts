import { createRoute, z } from "@hono/zod-openapi";
import type { Asked, Done as DoneType } from "#src/agreements/act.ts";
import type { Context } from "#src/context.ts";
import { actsAt, type ResourceName } from "#workflows/acts.ts";
import { receivedOnPaper } from "#workflows/received-acts.ts";
import { type Api, acting, type Call } from "../api/api.ts";
import { asked, byId, Done, idempotencyKey, ifMatch, problems } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";

type Resource<Body extends z.ZodType> = {
  /** The last part of the address, from the table of acts: `POST /agreements/{id}/approvals`. */
  name: ResourceName;
  summary: string;
  body: Body;
};

const fromPaper = {
  correspondence: z.uuid().optional().openapi({
    description: "The entry of the register (`/correspondence`) that the act follows from",
  }),
};

type Run<Body> = (ctx: Context, asked: Asked, body: Body, c: Call) => Promise<DoneType>;

/** A verb that is needed seldom: its module is loaded with its first act. */
export function seldom<Body>(load: () => Promise<Run<Body>>): Run<Body> {
  return async (...call) => (await load())(...call);
}

/** What takes the acts of a resource, and the shape of its body. */
export type Taker = { body: z.ZodType; run: Run<never> };

const takers = new WeakMap<Api, Map<ResourceName, Taker>>();

/** What takes the acts of this resource in this API; undefined if nothing does. */
export function takerOf(api: Api, name: ResourceName): Taker | undefined {
  return takers.get(api)?.get(name);
}

/**
 * Declares an act as a resource under an agreement. `run` is the act's verb. `rehearse` takes its place where the act is
 * only rehearsed; it is needed if `run` uses up a code or a passkey's answer.
 */
export function actResource<Body extends z.ZodType>(
  api: Api,
  { name, summary, body: own }: Resource<Body>,
  run: Run<z.output<Body>>,
  rehearse: Run<z.output<Body>> = run,
): void {
  const isReceived = receivedOnPaper.includes(name) && own instanceof z.ZodObject;
  const body = isReceived ? own.extend(fromPaper) : own;
  const known = takers.get(api) ?? new Map<ResourceName, Taker>();
  takers.set(api, known.set(name, { body, run: rehearse as Run<never> }));
  const route = createRoute({
    method: "post",
    path: `/agreements/{id}/${name}`,
    tags: ["Acts"],
    summary,
    ...guarded(...actsAt(name)),
    request: {
      params: byId,
      headers: ifMatch.extend(idempotencyKey.shape),
      body: { required: true, content: { "application/json": { schema: body as z.ZodType } } },
    },
    responses: {
      201: { description: "On record", content: { "application/json": { schema: Done } } },
      202: {
        description: "Kept until a second officer confirms it; nothing has happened in law",
        content: { "application/json": { schema: Done } },
      },
      ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
    },
  });
  api.openapi(route, async (c) => {
    const person = acting(c);
    const { id } = c.req.valid("param");
    const done = await run(
      c.get("ctx"),
      await asked(c, id, person),
      c.req.valid("json") as z.output<Body>,
      c,
    );
    c.header("ETag", `"${done.version}"`);
    c.header("Location", `/api/v1/agreements/${id}`);
    return c.json(done, done.proposal ? 202 : 201);
  });
}
