import type { JobOutcome } from "#src/observe/metrics.ts";
import { lineOf } from "#src/observe/redact.ts";
import { namesOf } from "#src/observe/request-id.ts";
import type { JobContext } from "./job-context.ts";

/** The result of one attempt of a job. */
type Told = {
  done(): void;
  retried(error: unknown): void;
  failed(error: unknown): void;
};

type Job = {
  task: {
    effect: string;
    agreement: string | null;
    person: string | null;
    request: string | null;
    traceparent: string | null;
  };
  turn: { id: string; attempt?: number; retryMs?: number };
  /** Whether a job exists for the effect; only then may its name label figures. */
  isKnown: boolean;
};

/**
 * Runs one attempt of a job under the name of the request that ordered it. Its log lines, its acts and the jobs they
 * order carry that name, and its steps belong to that request's trace.
 */
export function tellJob(
  context: JobContext,
  { task, turn, isKnown }: Job,
  run: (own: JobContext, told: Told) => Promise<void>,
): Promise<void> {
  const { ctx } = context;
  const { effect, agreement, person, request, traceparent } = task;
  const { attempt = 1, retryMs = 0 } = turn;
  const origin = { request, traceparent };
  const names = {
    job: turn.id,
    effect,
    ...(agreement && { agreement }),
    ...(person && { person }),
    ...namesOf(origin),
  };
  const log = ctx.log.child(names);
  const began = ctx.ticks();
  const measure = (outcome: JobOutcome) => {
    const ms = ctx.ticks() - began;
    ctx.metrics.job(isKnown ? effect : "other", outcome, ms / 1000);
    return { try: attempt, ms: Math.round(ms) };
  };
  const told: Told = {
    done: () => log.info("job-done", measure("done")),
    retried: (error) => {
      const nextTry = new Date(ctx.now().getTime() + retryMs);
      // Log the stack once; later attempts fail at the same place.
      const said = attempt === 1 ? error : lineOf(error);
      log.warn("job-retried", { ...measure("retried"), nextTry, error: said });
    },
    failed: (error) => log.error("job-failed", { ...measure("failed"), error }),
  };
  log.debug("job-begun", { try: attempt });
  const work = (parent: string | null) =>
    run({ ...context, ctx: { ...ctx, log, origin: { request, traceparent: parent } } }, told);
  if (!ctx.tracing.isOn) return work(traceparent);
  const attributes = { "depositary.job": turn.id, "depositary.try": attempt };
  const options = { kind: "consumer", parent: traceparent, attributes } as const;
  return ctx.tracing.span(`job ${effect}`, options, (span) => work(span.traceparent));
}
