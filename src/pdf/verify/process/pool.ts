import { type End, startVerifier, type Verifier } from "./start.ts";
import type { Task } from "./task.ts";

/** A process that nobody needed for this long ends. */
const idleMs = 15_000;

/** The idle processes, each with the clock that ends it. The newest is taken first, so that the others can end. */
const idle = new Map<Verifier, NodeJS.Timeout>();

/** Verifies a file in an idle process or, if there is none or a `fresh` one is wanted, in a new one. */
export async function verifyInPool(
  task: Task,
  { milliseconds, megabytes }: { milliseconds: number; megabytes: number },
  { fresh = false } = {},
): Promise<End> {
  const verifier = (!fresh && takeIdle(megabytes)) || startVerifier(megabytes);
  const end = await verifier.verify(task, milliseconds);
  if ("last" in end) {
    if (end.last || !verifier.isAlive()) verifier.end();
    else keep(verifier);
  }
  return end;
}

function takeIdle(megabytes: number): Verifier | undefined {
  const verifier = [...idle.keys()].findLast((one) => one.megabytes === megabytes && one.isAlive());
  if (!verifier) return undefined;
  clearTimeout(idle.get(verifier));
  idle.delete(verifier);
  return verifier;
}

function keep(verifier: Verifier): void {
  const clock = setTimeout(() => {
    idle.delete(verifier);
    verifier.end();
  }, idleMs);
  idle.set(verifier, clock.unref());
  void verifier.ended.then(() => idle.delete(verifier));
}
