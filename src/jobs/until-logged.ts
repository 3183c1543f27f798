import { fillLog } from "#src/evidence/fill-log.ts";
import type { JobContext } from "./job-context.ts";

/**
 * Fills the log and calls `read` until the log has taken what it returns. Waits five seconds at most for a busy log,
 * and not at all for one that cannot be written; then the result is not in the log yet.
 */
export async function untilLogged<T>(
  context: JobContext,
  read: () => Promise<T>,
  isLogged: (found: T) => boolean,
): Promise<T> {
  const { ctx, log: signer, reached } = context;
  for (let tries = 0; ; tries++) {
    const { db, now } = ctx;
    const filled = await fillLog({ db, signer, now, look: "recent", reached }).then(
      () => true,
      () => false,
    );
    const found = await read();
    if (isLogged(found) || !filled || tries === 50) return found;
    await context.pause(100);
  }
}
