import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { Load } from "./figures.ts";

/** Hundredths of a second, as proc(5) counts on Linux. */
const ticksPerSecond = 100;

/** Begins to watch the machine; the answer tells its load and what programs other than this one used until then. */
export function watchLoad(): () => Load {
  const [before = 0] = loadavg();
  const from = performance.now();
  const busyBefore = machineTicks();
  const ownBefore = ownTicks();
  return () => {
    const [after = 0] = loadavg();
    const busy = machineTicks();
    const own = ownTicks();
    const seconds = (performance.now() - from) / 1000;
    const known = busy !== null && busyBefore !== null && own !== null && ownBefore !== null;
    const others = known
      ? Math.max(0, (busy - busyBefore - (own - ownBefore)) / ticksPerSecond / seconds)
      : null;
    return { before, after, others };
  };
}

/** What all processors have worked since the machine started; null where there is no /proc. */
function machineTicks(): number | null {
  try {
    const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
    const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return user + nice + system + irq + soft;
  } catch {
    return null;
  }
}

/** What this process worked, and all processes that it started and has seen end. */
function ownTicks(): number | null {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
  } catch {
    return null;
  }
}
