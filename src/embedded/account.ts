import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The operating system account that PostgreSQL runs as; null for this process's own. */
export type Account = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root runs it under another account: the owner of an existing `cluster`, else
 * `postgres`, else `nobody`. Throws if the cluster belongs to an account that this process cannot act as.
 */
export function accountFor(cluster: string): Account {
  const uid = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (uid !== undefined && owner && owner.uid !== uid) {
      throw new Error(
        `The database in ${cluster} belongs to user ${owner.uid}: start as that user or as root.`,
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return passwdEntry("postgres") ?? passwdEntry("nobody") ?? { uid: 65534, gid: 65534 };
}

/** Whether the account may pass through `folder` and all its parents, by their mode bits. */
export function reachable(folder: string, account: Account): boolean {
  if (!account) return true;
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || reachable(parent, account));
}

function passwdEntry(name: string): Account {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
