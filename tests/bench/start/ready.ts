import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { residentOf } from "../memory/resident.ts";

export type Ready = { seconds: number; cpuSeconds: number; megabytes: number };

/** Starts a command, waits until it says that it is ready, notes what it took until then, and ends it. */
export async function untilReady(
  command: string[],
  { cwd, env }: { cwd: string; env: Record<string, string | undefined> },
): Promise<Ready> {
  const [program = "", ...words] = command;
  const from = performance.now();
  const child = spawn(program, words, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<Ready>((resolve) => {
    const look = (chunk: Buffer) => {
      said += chunk;
      if (!/is ready|jobs are running/.test(said)) return;
      child.stdout.off("data", look);
      const seconds = (performance.now() - from) / 1000;
      const service = serviceOf(child.pid ?? 0);
      resolve({ seconds, cpuSeconds: cpuOf(service), megabytes: residentOf(service).now });
      process.kill(service, "SIGTERM");
    };
    child.stdout.on("data", look);
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
  });
  const end = await Promise.race([ready, ended]);
  if (!end) throw new Error(`${command.join(" ")} ended: ${said}`);
  await ended;
  return end;
}

/** npm and its shell start the service as a process of their own: the youngest in line is the service. */
function serviceOf(pid: number): number {
  const child = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((one) => parentOf(one) === pid && isNode(one));
  return child === undefined ? pid : serviceOf(child);
}

const statOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
};
/** Field 4 of proc_pid_stat(5); the name before it may have spaces. */
const parentOf = (pid: number) => Number(statOf(pid).split(") ").at(-1)?.split(" ")[1] ?? -1);
const isNode = (pid: number) => /^\d+ \((?:node|MainThread|npm|sh|dash)/.test(statOf(pid));

/** Fields 14 and 15, in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = statOf(pid).split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
