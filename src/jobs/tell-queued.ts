import type { Context } from "#src/context.ts";
import { namesOf } from "#src/observe/request-id.ts";
import type { Relayed } from "#src/outbox/relay.ts";

/** Logs effects that were handed to the queue, each as a step in the trace of the act that caused it. */
export async function tellQueued({ log, tracing, now }: Context, jobs: Relayed[]): Promise<void> {
  for (const { id, name: effect, agreement, person, created_at, ...origin } of jobs) {
    const names = { job: id, effect, ...(agreement && { agreement }), ...(person && { person }) };
    const waited = Math.max(0, now().getTime() - created_at.getTime());
    log.debug("job-queued", { ...names, ...namesOf(origin), waited });
    if (!tracing.isOn || !origin.traceparent) continue;
    const attributes = { "depositary.job": id, "depositary.effect": effect };
    const options = { kind: "producer", parent: origin.traceparent, attributes } as const;
    await tracing.span(`outbox ${effect}`, options, async () => {});
  }
}
