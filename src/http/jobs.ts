import { createRoute, z } from "@hono/zod-openapi";
import { Refusal } from "#src/errors.ts";
import { once } from "#src/idempotency.ts";
import { findJob, listJobs } from "#src/outbox/list-jobs.ts";
import { runAgain } from "#src/outbox/run-again.ts";
import { may } from "#src/people/may.ts";
import { type Api, acting, type Call } from "./api.ts";
import { idempotencyKey, json, problems, requestKey } from "./contract.ts";
import { cursor, limit, nextCursor, readCursor } from "./paging.ts";

const byNumber = z.object({ id: z.string().regex(/^\d{1,18}$/) });

const Job = z
  .object({
    id: z.string(),
    effect: z.string(),
    agreement: z.uuid(),
    state: z.enum(["waiting", "running", "finished", "failed"]),
    run: z.int(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    failure: z.string().nullable(),
  })
  .openapi("Job");

const list = createRoute({
  method: "get",
  path: "/jobs",
  tags: ["Operation"],
  summary: "The jobs, newest first, for the secretariat",
  request: {
    query: z.strictObject({
      state: Job.shape.state.optional(),
      agreement: z.uuid().optional(),
      cursor,
      limit,
    }),
  },
  responses: {
    200: {
      description: "A page of jobs; `next` is the cursor of the page after it",
      ...json(z.object({ items: z.array(Job), next: z.string().nullable() })),
    },
    ...problems(400, 401, 403),
  },
});

const read = createRoute({
  method: "get",
  path: "/jobs/{id}",
  tags: ["Operation"],
  summary: "One job, with its failure if it has failed",
  request: { params: byNumber },
  responses: {
    200: { description: "The job", content: { "application/json": { schema: Job } } },
    ...problems(400, 401, 403, 404),
  },
});

const rerun = createRoute({
  method: "post",
  path: "/jobs/{id}/runs",
  tags: ["Operation"],
  summary: "Run a failed job again",
  request: { params: byNumber, headers: idempotencyKey },
  responses: {
    202: {
      description: "Handed to the relay",
      content: { "application/json": { schema: z.object({ id: z.string(), run: z.int() }) } },
    },
    ...problems(400, 401, 403, 404, 409, 422),
  },
});

export function jobs(api: Api): void {
  api.openapi(list, async (c) => {
    checkRight(c);
    const { cursor: _, limit, ...filter } = c.req.valid("query");
    const before = (await readCursor(c))?.id;
    const jobs = await listJobs(c.get("ctx").db, { ...filter, before, limit: limit + 1 });
    const items = jobs.slice(0, limit);
    return c.json({ items, next: await nextCursor(c, jobs, limit) }, 200);
  });
  api.openapi(read, async (c) => {
    checkRight(c);
    const job = await findJob(c.get("ctx").db, c.req.valid("param").id);
    if (!job) throw new Refusal("not-found", "There is no job of this number.");
    return c.json(job, 200);
  });
  api.openapi(rerun, async (c) => {
    checkRight(c);
    const ctx = c.get("ctx");
    const { id } = c.req.valid("param");
    const request = await requestKey(c, acting(c));
    const answer = await ctx.db
      .transaction()
      .execute((tx) => once(tx, request, ctx.now(), () => runAgain(tx, id)));
    ctx.committed();
    c.header("Location", `/api/v1/jobs/${id}`);
    return c.json(answer, 202);
  });
}

function checkRight(c: Call): void {
  if (!may(acting(c), "run-jobs")) {
    throw new Refusal("forbidden", "Only the secretariat sees the jobs.");
  }
}
