import { readFileSync, writeFileSync } from "node:fs";

/** A process's resident memory and its peak in megabytes (10^6), as Linux counts them. */
export type Resident = { now: number; peak: number };

export function residentOf(pid: number): Resident {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (field: string) => {
    const [, kibibytes = "0"] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(status) ?? [];
    return Math.round((Number(kibibytes) * 1024) / 1e6);
  };
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** Begins to count the peak from here. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}
