import { execFileSync } from "node:child_process";

export type Running = { pid: number; parent: number; megabytes: number };

/** The verifying processes that run on this machine now. */
export function runningVerifiers(): Running[] {
  const rows = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const row = /^ *(\d+) +(\d+) .*--max-old-space-size=(\d+) .*pdf.verify.process.main\.ts/gm;
  return [...rows.matchAll(row)].map(([, pid, parent, megabytes]) => ({
    pid: Number(pid),
    parent: Number(parent),
    megabytes: Number(megabytes),
  }));
}

export const isRunning = (pid: number) => runningVerifiers().some((one) => one.pid === pid);

/** Those of this process with a memory limit. A test that wants processes of its own chooses a limit of its own. */
export const ownVerifiers = (megabytes: number) =>
  runningVerifiers()
    .filter((one) => one.parent === process.pid && one.megabytes === megabytes)
    .map(({ pid }) => pid);
