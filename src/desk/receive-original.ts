import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { stampOf } from "./check-paper.ts";
import { note, onPaper, refuse, refuseReturned } from "./on-paper.ts";

/** Records that the original of a paper whose scan came ahead has been received, with its own stamp. */
export function receiveOriginal(
  ctx: Context,
  by: Person,
  { id, on, time }: { id: string; on: string; time: string },
): Promise<void> {
  return onPaper(ctx, by, id, async (tx, entry) => {
    if (!entry.scan_ahead || entry.acts.includes("original-received"))
      refuse("original-not-awaited");
    refuseReturned(entry);
    const stamp = stampOf({ on, time }, { zone: entry.zone, now: ctx.now() });
    if (stamp < entry.stamped_at) {
      throw new Refusal("malformed-request", "The original came before its scan.", {
        errors: [{ pointer: "/on", detail: "lies before the stamp of the scan" }],
      });
    }
    await note(tx, ctx, by, id, "original-received", { receivedAt: stamp.toISOString() });
  });
}
