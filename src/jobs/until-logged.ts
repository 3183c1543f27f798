import { fillLog } from "#src/evidence/fill-log.ts";
import type { JobContext } from "./job-context.ts";

/**
 * What `read` gives once the log has taken it, which this job orders itself. A log that is busy is given five
 * seconds, one that cannot be written none: then what is read says that it is not in the log yet.
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
