import { chmod, chown, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { accountFor } from "./account.ts";

/**
 * Creates the data folder, or closes an existing one, to all but its owner (0700). If root runs the bundled database
 * under another account, that account's group may pass through but not list (0710). Returns a sentence for the operator
 * if others can still look in, such as on a volume that belongs to another account; else null.
 */
export async function closeDataFolder(
  dataDir: string,
  { bundled }: { bundled: boolean },
): Promise<string | null> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return null;
  const before = await stat(dataDir);
  const account = bundled ? accountFor(join(dataDir, "postgres")) : null;
  const open = account ? 0o067 : 0o077;
  // A folder shared by everyone, such as /tmp, is not ours to close.
  if ((before.mode & 0o1000) === 0) {
    try {
      if (account && before.gid !== account.gid) await chown(dataDir, before.uid, account.gid);
      await chmod(dataDir, account ? 0o710 : 0o700);
    } catch {}
  }
  const { mode } = await stat(dataDir);
  if ((mode & open) === 0) return null;
  const shown = (mode & 0o777).toString(8).padStart(4, "0");
  return `Other accounts of this machine can look into DATA_DIR (${dataDir}, mode ${shown}), and it could not be closed to them. Give the service a folder of its own, or run: chmod 700 ${dataDir}`;
}
