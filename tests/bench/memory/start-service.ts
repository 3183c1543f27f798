import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Node's flags under `npm start`, so that the same process is measured as a user has. */
const flags = scripts.depositary.split(" ").filter((word: string) => word.startsWith("--"));

export type BenchProcess = ReturnType<typeof startService>;

/** Runs the command line as npm's scripts do, with `env`, PATH and the home folder for its environment. */
export function startService(words: string[], env: Record<string, string>) {
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const child = spawn(process.execPath, [...flags, "src/cli.ts", ...words], {
    cwd: root,
    env: { PATH, HOME, XDG_CACHE_HOME, DEMO_AGREEMENTS: "none", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    // The lines about requests would take the bench's memory.
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-100_000);
    });
  }
  const ended = new Promise<{ code: number | null }>((resolve) => {
    child.once("close", (code) => resolve({ code }));
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return {
    pid: child.pid as number,
    output: () => output,
    ended,
    waitFor: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (!found) return;
          child.stdout.off("data", look);
          resolve(found);
        };
        child.stdout.on("data", look);
        void ended.then(() => reject(new Error(`${words.join(" ")} ended: ${output}`)));
      }),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
