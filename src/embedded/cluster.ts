import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

/** The name of the superuser and of the database. */
export const NAME = "depositary";

/**
 * Without these flags a machine with no LANG gets SQL_ASCII and an empty Arabic search, and with lc_ctype C a trigram
 * similarity of 0 on Cyrillic.
 */
const TEXT_FLAGS = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--lc-ctype=C.UTF-8",
];

/**
 * Creates an empty cluster at `cluster`. Builds it under another name and renames it when complete, so that a process
 * killed halfway leaves nothing that looks like a database. Throws with initdb's own message.
 */
export async function makeCluster(
  binaries: Binaries,
  cluster: string,
  account: Account,
  password: string,
): Promise<void> {
  const draft = mkdtempSync(`${cluster}.new-`);
  const passwordFile = join(draft, "password");
  const inner = join(draft, "cluster");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(inner, { mode: 0o700 });
  if (account) {
    for (const path of [draft, passwordFile, inner]) chownSync(path, account.uid, account.gid);
  }
  const flags = [`--username=${NAME}`, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  await promisify(execFile)(binaries.initdb, ["-D", inner, ...flags, ...TEXT_FLAGS], {
    ...account,
    cwd: parse(cluster).root,
    env: postgresEnv(),
  });
  chmodSync(inner, 0o700);
  renameSync(inner, cluster);
}

/**
 * Removes what unfinished attempts left. An initdb whose service was killed may still be writing, so each attempt has
 * its own folder. The next start removes what cannot be removed now.
 */
export function sweepDrafts(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue;
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    } catch {}
  }
}

/** Whether a finished cluster exists there. */
export function clusterExists(cluster: string): boolean {
  return existsSync(join(cluster, "PG_VERSION"));
}

/** Keeps the caller's PGPORT, PGDATA and language from PostgreSQL; its messages stay English. */
export function postgresEnv(): Record<string, string> {
  return {
    LC_ALL: "C",
    TZ: "UTC",
    ...(process.platform === "win32" && { SystemRoot: "C:\\Windows" }),
  };
}
