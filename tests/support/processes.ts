import { spawn } from "node:child_process";
import { join } from "node:path";
import { leash } from "./leash.ts";

/** Where Node keeps what it has compiled: a process then starts in half of the time. */
const compiled = join(import.meta.dirname, "../../node_modules/.cache/compiled");

export type TestProcess = {
  pid: number;
  /** All that was written to standard output and error so far. */
  output(): string;
  /** Waits for `pattern` in the output; throws with the output after `seconds` (30), or at the end. */
  waitFor(pattern: RegExp, seconds?: number): Promise<RegExpExecArray>;
  /** Sends the signal and waits for the end; harmless on a process that has ended. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Settles when the process has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/**
 * Runs a TypeScript file as a process of its own, with `env` and PATH for its whole environment, so
 * that nothing of the tester's settings reaches it, and without the demonstration's agreements. Whatever is
 * still running when the tests' process ends is killed.
 */
export function startProcess(
  file: string,
  args: string[] = [],
  env: Record<string, string> = {},
): TestProcess {
  const child = spawn(process.execPath, [file, ...args], {
    env: {
      NODE_COMPILE_CACHE: compiled,
      PATH: process.env.PATH,
      DEMO_AGREEMENTS: "none",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
    });
  }
  const release = child.pid ? leash(child.pid) : () => {};
  const ended: TestProcess["ended"] = new Promise((resolve) => {
    child.once("close", (code, signal) => {
      resolve({ code, signal });
    });
    child.once("exit", release);
  });
  return {
    pid: child.pid as number,
    output: () => output,
    ended,
    waitFor: (pattern, seconds = 60) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) =>
          settle(() => reject(new Error(`${file} ${why} without ${pattern}:\n${output}`)));
        const look = () => {
          const found = pattern.exec(output);
          if (found) settle(() => resolve(found));
        };
        const settle = (end: () => void) => {
          clearTimeout(timer);
          child.stdout.removeListener("data", look);
          child.stderr.removeListener("data", look);
          end();
        };
        const timer = setTimeout(() => fail(`ran ${seconds} s`), seconds * 1000);
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        void ended.then(() => fail("ended"));
        look();
      }),
    kill: async (signal = "SIGKILL") => {
      child.kill(signal);
      await ended;
    },
  };
}
