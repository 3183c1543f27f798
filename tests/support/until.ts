import { vi } from "vitest";

/** Waits until something holds. The limit is no claim: it only ends a test that would hang. */
export async function until(
  holds: () => unknown,
  { seconds = 60, intervalMs = 20 } = {},
): Promise<void> {
  const check = async () => {
    if (!(await holds())) throw new Error(`This did not come to hold: ${holds}`);
  };
  await vi.waitFor(check, { timeout: seconds * 1000, interval: intervalMs });
}
