import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import type { Db } from "#src/db/db.ts";

/** Milliseconds of processor used so far: by this process, and by PostgreSQL with all its processes. */
export type ProcessorTime = { own: number; postgres: number };

/** PostgreSQL's is 0 where /proc is not; it counts in hundredths of a second. */
export async function processorTime(db: Db): Promise<ProcessorTime> {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1000;
  if (!existsSync("/proc/self/stat")) return { own, postgres: 0 };
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  const server = statOf(rows[0]?.pid ?? 0)?.parent ?? 0;
  const children = readdirSync("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : null;
    return stat?.parent === server ? [stat] : [];
  });
  const ended = statOf(server)?.ended ?? 0;
  return { own, postgres: children.reduce((sum, { used }) => sum + used, ended) };
}

/** Fields 4 and 14 to 17 of proc_pid_stat(5), in milliseconds; null if the process has ended. */
function statOf(pid: number | string) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const at = (field: number) => Number(fields[field - 3]) * 10;
    return { parent: Number(fields[1]), used: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return null;
  }
}
