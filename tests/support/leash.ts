import { spawn } from "node:child_process";

/**
 * Ties a process to this one: it is killed when this one ends in whatever way, kill -9 included, by a
 * watcher that waits for the end of a pipe. Call what is returned before the process ends by itself, or
 * its number may by then be another's.
 */
export function leash(pid: number): () => void {
  const watcher = spawn("sh", ["-c", 'read -r _; kill -9 "$1"', "sh", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.unref();
  return () => watcher.kill("SIGKILL");
}
