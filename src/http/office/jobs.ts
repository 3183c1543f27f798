import { createRoute, z } from "@hono/zod-openapi";
import { failedSeals, retrySeals } from "#src/agreements/service/retry-seals.ts";
import type { Tx } from "#src/db/db.ts";
import { once } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import { findJob, listJobs } from "#src/outbox/list-jobs.ts";
import { runAgain, runAllAgain, stopJob } from "#src/outbox/run-again.ts";
import { can } from "#src/people/can.ts";
import { sentByJobs } from "#workflows/letters.ts";
import { type Api, acting, type Call } from "../api/api.ts";
import { body, idempotencyKey, json, problems, requestKey } from "../api/contract.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";

const byNumber = z.object({ id: z.string().regex(/^\d{1,18}$/) });

const effect = z
  .string()
  .regex(/^[a-z-]{1,60}$/)
  .openapi({ example: "seal-instrument" });

const Job = z
  .object({
    id: z.string(),
    effect: z.string(),
    agreement: z.uuid().nullable().openapi({ description: "What it is about; else a person" }),
    person: z.uuid().nullable().openapi({ description: "Who is written to about their account" }),
    letter: z.enum(sentByJobs).nullable().openapi({ description: "The letter that it sends" }),
    state: z.enum(["waiting", "running", "finished", "failed"]),
    run: z.int(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    failure: z.string().nullable(),
    failingSince: z.iso
      .datetime()
      .nullable()
      .openapi({ description: "Since when every attempt has failed; it is tried again" }),
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

const handedOver = z.object({ id: z.string(), run: z.int() });

const rerunAll = createRoute({
  method: "post",
  path: "/jobs/runs",
  tags: ["Operation"],
  summary: "Run all failed jobs of an effect again, or of every effect",
  request: {
    headers: idempotencyKey,
    ...body(z.strictObject({ effect: effect.nullable().default(null) })),
  },
  responses: {
    202: { description: "Handed to the relay", ...json(z.object({ count: z.int() })) },
    ...problems(400, 401, 403, 415, 422),
  },
});

const stop = createRoute({
  method: "post",
  path: "/jobs/{id}/stops",
  tags: ["Operation"],
  summary: "Stop a job that is tried again and again: its next run gives it up",
  request: { params: byNumber, headers: idempotencyKey },
  responses: {
    202: { description: "Told to stop", ...json(handedOver) },
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
    const { id } = c.req.valid("param");
    const answer = await order(c, (tx) => runAgain(tx, id));
    c.header("Location", `/api/v1/jobs/${id}`);
    return c.json(answer, 202);
  });
  api.openapi(rerunAll, async (c) => {
    const { effect } = c.req.valid("json");
    const { count, seals } = await order(c, async (tx) => {
      const { count } = await runAllAgain(tx, effect);
      const seals = [null, "seal-instrument"].includes(effect) ? await failedSeals(tx) : [];
      return { count: count + seals.length, seals };
    });
    // A failed seal is on the agreement's record, so retrying it is an act on each agreement.
    await retrySeals(c.get("ctx"), acting(c), seals);
    return c.json({ count }, 202);
  });
  api.openapi(stop, async (c) => {
    const { id } = c.req.valid("param");
    const answer = await order(c, (tx) => stopJob(tx, id));
    c.header("Location", `/api/v1/jobs/${id}`);
    return c.json(answer, 202);
  });
}

/** Changes jobs, once per idempotency key, and wakes the relay. */
async function order<Answer>(c: Call, change: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  checkRight(c);
  const ctx = c.get("ctx");
  const request = await requestKey(c, acting(c));
  const answer = await ctx.db
    .transaction()
    .execute((tx) => once(tx, request, ctx.now(), () => change(tx)));
  ctx.committed();
  return answer;
}

function checkRight(c: Call): void {
  if (!can(acting(c), "run-jobs")) {
    throw new Refusal("forbidden", "Only the secretariat sees the jobs.");
  }
}
