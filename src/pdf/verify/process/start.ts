import { fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import type { Socket } from "node:net";
import { dirname, join, parse } from "node:path";
import type { Answer, Task } from "./task.ts";

/** A process that verifies one file after another. */
export type Verifier = {
  megabytes: number;
  /** True until the process ends or is told to end. */
  isAlive(): boolean;
  /** Verifies a file. At the time limit, which counts from when the process is ready, it is killed. */
  verify(task: Task, milliseconds: number): Promise<End>;
  /** Tells the process to end. */
  end(): void;
  ended: Promise<string>;
};

/** How a verification ended: with an answer, at a limit, or with the death of the process. */
export type End = Answer | { exceeded: "time" | "memory" } | { died: string };

/** How long the start of a process may take on a busy machine. It does not count as time for a file. */
const startMs = 60_000;

/** Starts a verifying process with at most `megabytes` of heap. It never keeps this process alive. */
export function startVerifier(megabytes: number): Verifier {
  const child = fork(join(import.meta.dirname, "main.ts"), [], {
    serialization: "advanced",
    // Nothing of this process goes there: no secret, no setting, no option of Node, no stream, no folder.
    env: compileCache(),
    execArgv: ["--no-memory-protection-keys", `--max-old-space-size=${megabytes}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    cwd: parse(import.meta.dirname).root,
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(-10_000);
  });
  const { promise: ended, resolve: endedBy } = Promise.withResolvers<string>();
  child.once("close", (code, signal) => endedBy(signal ?? `exit code ${code}`));
  child.on("error", (error) => endedBy(error.message));
  const ready = new Promise<void>((resolve) => child.once("message", () => resolve()));
  const died = ended.then((how) => ({ died: how }));
  // During a verification its clock keeps this process alive.
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket | null)?.unref();

  const verify = async (task: Task, milliseconds: number): Promise<End> => {
    const { promise: answer, resolve: answered } = Promise.withResolvers<Answer>();
    let clock = setTimeout(() => child.kill("SIGKILL"), startMs);
    try {
      const dead = await Promise.race([ready, died]);
      if (dead) return dead;
      clearTimeout(clock);
      clock = setTimeout(() => child.kill("SIGKILL"), milliseconds);
      child.once("message", answered as (message: unknown) => void);
      // If it cannot be sent, the process has ended or is about to.
      child.send(task, () => {});
      const end = await Promise.race([answer, died]);
      if (!("died" in end)) return end;
      if (child.killed) return { exceeded: "time" };
      return said.includes("JavaScript heap out of memory") ? { exceeded: "memory" } : end;
    } finally {
      clearTimeout(clock);
      child.off("message", answered);
    }
  };
  return {
    megabytes,
    isAlive: () => child.connected && !child.killed,
    verify,
    end: () => child.connected && child.disconnect(),
    ended,
  };
}

/** Where the other process reads the code that this one has compiled, if it does. */
function compileCache(): Record<string, string> {
  const folder = getCompileCacheDir();
  // Node appends its version to the folder it is given.
  return folder ? { NODE_COMPILE_CACHE: dirname(folder) } : {};
}
