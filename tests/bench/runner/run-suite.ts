import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SuiteResult } from "../figures.ts";
import type { Suite } from "../suites.ts";
import type { Length } from "./options.ts";
import { type Scratch, withScratch } from "./scratch.ts";

export type Outcome =
  | { result: SuiteResult; seconds: number }
  | { failed: string; seconds: number };

export type Place = {
  /** The checkout whose suite runs. */
  root: string;
  length: Length;
  through: string[];
  /** A folder for the suite's output. */
  logs: string;
  /** Ends the suite early. */
  signal: AbortSignal;
  /** A suite that takes longer has failed. */
  maxMinutes?: number;
};

/**
 * Runs one suite as a process of its own and reads what it reports. Never throws for a suite's fault: a suite that
 * ends badly, reports nothing or takes too long is an outcome with the reason and the last lines of its output.
 */
export async function runSuite(suite: Suite, place: Place): Promise<Outcome> {
  const from = performance.now();
  const seconds = () => Math.round((performance.now() - from) / 1000);
  if (!existsSync(join(place.root, suite.script))) {
    return { failed: `${suite.script} does not exist.`, seconds: 0 };
  }
  mkdirSync(place.logs, { recursive: true });
  const log = join(place.logs, `${suite.name}.log`);
  return withScratch(async (scratch) => {
    const end = await start(suite, place, { log, scratch });
    if (end !== "0")
      return { failed: `It ended with ${end}. ${lastWords(log)}`, seconds: seconds() };
    if (!existsSync(scratch.result)) {
      return { failed: "It ended well but reported nothing.", seconds: seconds() };
    }
    const result = JSON.parse(readFileSync(scratch.result, "utf8")) as SuiteResult;
    return { result, seconds: result.seconds };
  });
}

/** The exit code, the signal, or why it was ended. */
function start(
  suite: Suite,
  { root, length, through, signal, maxMinutes = 60 }: Place,
  { log, scratch }: { log: string; scratch: Scratch },
): Promise<string> {
  const node = [process.execPath, ...(suite.flags ?? []), suite.script];
  const [program = "", ...args] = [...through, ...node];
  const output = openSync(log, "w");
  const child = spawn(program, args, {
    cwd: root,
    // The person who runs the bench may set a suite's settings.
    env: {
      ...suite.settings,
      ...(length !== "ordinary" && suite[length]),
      ...process.env,
      ...scratch.env,
    },
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  return new Promise((resolve) => {
    let why = "";
    const endIt = (reason: string) => {
      why = reason;
      scratch.endGroup(child.pid);
    };
    const interrupted = () => endIt("an interruption");
    signal.addEventListener("abort", interrupted);
    if (signal.aborted) interrupted();
    const timer = setTimeout(
      () => endIt(`no result after ${maxMinutes} minutes`),
      maxMinutes * 60_000,
    );
    const settle = (end: string) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
      resolve(why || end);
    };
    child.once("error", (error) => settle(error.message));
    child.once("exit", (code, by) => settle(String(code ?? by)));
  });
}

function lastWords(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  const error = lines.findLast((line) => /^\w*error\b.*: /i.test(line));
  return error ? error.trim() : lines.slice(-3).join(" ").trim();
}
