import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { postgresEnv } from "./cluster.ts";

const POLL_MS = 10;

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it accepts connections (at most 60 s, for a recovery after a crash).
 * It logs to `<cluster>.log`. If it ends first, throws with the last lines of that log.
 */
export async function startPostmaster(
  postgres: string,
  cluster: string,
  port: number,
  account: Account,
): Promise<ChildProcess> {
  const log = openLog(`${cluster}.log`);
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    // No socket: its folder would have to be safe from other users and its path short enough.
    unix_socket_directories: "",
    max_connections: 200,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A process group of its own; otherwise Ctrl-C would stop the database before the service has drained.
  const child = spawn(postgres, ["-D", cluster, ...flags], {
    ...account,
    cwd: parse(cluster).root,
    env: postgresEnv(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  const failed = new Promise<Error>((resolve) => child.once("error", resolve));
  closeSync(log);
  const problem = await Promise.race([failed, untilReady(child, cluster)]);
  if (!problem) return child;
  await stopPostmaster(child.pid, cluster);
  throw problem;
}

/** Stops process `pid` if it is a postmaster of this cluster: first politely, then at once. */
export async function stopPostmaster(pid: number | undefined, cluster: string): Promise<void> {
  if (!pid) return;
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 10],
    ["SIGKILL", 10],
  ] as const) {
    if (!isPostmaster(pid, cluster)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000; waited += POLL_MS) {
      if (!isPostmaster(pid, cluster)) return;
      await sleep(POLL_MS);
    }
  }
  throw new Error(
    `PostgreSQL process ${pid} of ${cluster} does not stop: end it, then start again.`,
  );
}

/**
 * Cleans up after an earlier run. Stops a postmaster that outlived its service. If the pid now names another program,
 * replaces it with ours: PostgreSQL treats that as dead, but still checks the shared memory that the file names.
 * Deleting the file would skip that check.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const file = join(cluster, "postmaster.pid");
  if (!statSync(file, { throwIfNoEntry: false })) return;
  const [pid, ...rest] = readFileSync(file, "utf8").split("\n");
  await stopPostmaster(Number(pid), cluster);
  if (!statSync(file, { throwIfNoEntry: false })) return;
  writeFileSync(file, [process.pid, ...rest].join("\n"));
}

async function untilReady(child: ChildProcess, cluster: string): Promise<Error | null> {
  for (let waited = 0; waited < 60_000; waited += POLL_MS) {
    if (child.exitCode !== null || child.signalCode !== null) {
      return new Error(`PostgreSQL did not start: ${lastWords(`${cluster}.log`)}`);
    }
    // The file's first line is the pid, its eighth the state (PostgreSQL's miscadmin.h).
    const lines = readLines(join(cluster, "postmaster.pid"));
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return null;
    await sleep(POLL_MS);
  }
  return new Error(`PostgreSQL was not ready after a minute: ${lastWords(`${cluster}.log`)}`);
}

/** Without a locale, as under a service manager, `ps` writes other signs for the accents of a path. */
const accented = { encoding: "utf8", env: { LC_ALL: "en_US.UTF-8" } } as const;

function isPostmaster(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("/bin/ps", ["-ww", "-o", "command=", "-p", String(pid)], accented);
    return command.includes("postgres") && command.includes(cluster);
  } catch {
    return false;
  }
}

function openLog(file: string): number {
  const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function lastWords(log: string): string {
  return readLines(log).slice(-6).join(" ").trim();
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
