import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { beginThread } from "#src/comments/begin-thread.ts";
import { listThreads, type ThreadView } from "#src/comments/list.ts";
import { reply, resolve } from "#src/comments/reply.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, idempotencyKey, language, problems, reason, requestKey } from "../api/contract.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";

const Thread = z
  .object({
    id: z.uuid(),
    version: z.int(),
    language: z.string(),
    begunAt: z.int(),
    quote: z.string().nullable(),
    audience: z.enum(["shared", "own-party"]),
    article: z.int().nullable(),
    heading: z.string(),
    quoted: z.boolean(),
    resolved: z.boolean(),
    createdAt: z.iso.datetime(),
    comments: z.array(
      z.object({
        id: z.uuid(),
        person: z.record(z.string(), z.string()),
        party: z.string().nullable(),
        body: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .openapi("Thread") satisfies z.ZodType<ThreadView>;

const Begun = z.object({ thread: z.uuid() });

const list = createRoute({
  method: "get",
  path: "/agreements/{id}/comments",
  tags: ["Comments"],
  summary: "The threads this person sees, newest first, each where it stands in the current text",
  request: {
    params: byId,
    query: z.strictObject({
      language: language.optional(),
      state: z.enum(["open", "resolved"]).optional(),
      cursor,
      limit,
    }),
  },
  responses: {
    200: {
      description: "A page of threads",
      content: {
        "application/json": {
          schema: z.object({ items: z.array(Thread), next: z.string().nullable() }),
        },
      },
    },
    ...problems(400, 401, 404),
  },
});

const writing = <Body extends z.ZodType, Params extends z.ZodObject>(
  path: string,
  summary: string,
  { params, body }: { params: Params; body: Body },
) =>
  createRoute({
    method: "post",
    path,
    tags: ["Comments"],
    summary,
    request: {
      params,
      headers: idempotencyKey,
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      201: { description: "Kept", content: { "application/json": { schema: Begun } } },
      ...problems(400, 401, 403, 404, 409, 413, 415, 422),
    },
  });

const inThread = byId.extend({ thread: z.uuid() });

const begin = writing("/agreements/{id}/comments", "Begin a thread at an article", {
  params: byId,
  body: z.strictObject({
    language,
    article: z.int().min(0).max(10_000),
    quote: z.string().min(1).max(2000).optional(),
    audience: z.enum(["shared", "own-party"]).default("shared"),
    body: reason,
  }),
});
const answer = writing("/agreements/{id}/comments/{thread}/replies", "Answer in a thread", {
  params: inThread,
  body: z.strictObject({ body: reason }),
});
const close = writing(
  "/agreements/{id}/comments/{thread}/resolutions",
  "Close a thread, or open it again",
  { params: inThread, body: z.strictObject({ resolved: z.boolean() }) },
);

/** Routes for comments on a text, in threads that follow their article from version to version. */
export function comments(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const { cursor: _, limit, ...filter } = c.req.valid("query");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    const page = { cursor: await readCursor(c), limit: limit + 1 };
    const rows = await listThreads(db, row, person, filter, page);
    const items = rows.slice(0, limit).map(({ view }) => view);
    const places = rows.map(({ id, created_at: at }) => ({ id, at }));
    return c.json({ items, next: await nextCursor(c, places, limit) }, 200);
  });
  api.openapi(begin, async (c) => {
    const person = acting(c);
    const { id: agreement } = c.req.valid("param");
    const asked = { agreement, person, request: await requestKey(c, person) };
    return c.json(await beginThread(c.get("ctx"), asked, c.req.valid("json")), 201);
  });
  api.openapi(answer, async (c) => {
    const person = acting(c);
    const { id: agreement, thread } = c.req.valid("param");
    const asked = { agreement, person, request: await requestKey(c, person) };
    return c.json(await reply(c.get("ctx"), asked, { thread, ...c.req.valid("json") }), 201);
  });
  api.openapi(close, async (c) => {
    const person = acting(c);
    const { id: agreement, thread } = c.req.valid("param");
    const asked = { agreement, person, request: await requestKey(c, person) };
    return c.json(await resolve(c.get("ctx"), asked, { thread, ...c.req.valid("json") }), 201);
  });
}
