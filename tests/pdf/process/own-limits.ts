import { onTestFinished, vi } from "vitest";

/** So much time that a busy machine does not matter. */
export const milliseconds = 110_000;
let limit = 200;
/** Limits that no other test has: its processes are its own. */
export const newLimits = () => ({ milliseconds, megabytes: ++limit });

/** Stops the clock that ends idle processes, so that they stay however slow the machine is. The test's end ends them. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    // Each once: a timer that starts itself again, of whatever else this process runs, would never end.
    if (vi.isFakeTimers()) vi.runOnlyPendingTimers();
    vi.useRealTimers();
  });
}
