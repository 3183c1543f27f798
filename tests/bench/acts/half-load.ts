import { setTimeout as sleep } from "node:timers/promises";

/**
 * Starts acts at a fixed rate, whether or not earlier ones have ended, and answers how many milliseconds each took from the moment
 * at which it was due: a stall delays all that were due meanwhile, as it does people.
 */
export async function atRate(
  act: (n: number) => Promise<void>,
  { agreements, rate, seconds }: { agreements: number; rate: number; seconds: number },
): Promise<number[]> {
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const start = performance.now();
  const count = Math.ceil(rate * seconds);
  for (let nth = 0; nth < count; nth++) {
    const due = start + (nth * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    const n = 1 + Math.floor(Math.random() * agreements);
    running.push(
      act(n).then(() => {
        took.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return took;
}
