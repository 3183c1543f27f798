import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { accountFor, reachable } from "./account.ts";

/** What a data folder stores about its database, in `postgres.json` (mode 0600). */
export type Settings = {
  /** The cluster's folder, absolute. */
  cluster: string;
  /** The superuser's password. */
  password: string;
  /** The passwords of the logins that own nothing; releases before 0.1.0 had none. */
  logins: { serving: string; queue: string };
  /** The port of the last start; 0 before the first. */
  port: number;
  /** Whether the cluster was ever finished, so that an empty one does not silently replace a lost one. */
  made: boolean;
};

/**
 * Reads the settings, or decides them: the cluster goes into the data folder if PostgreSQL's account can reach it
 * there, else below `refuge`, under a name made from the data folder's path.
 */
export function readSettings(dataDir: string, refuge: string): Settings {
  // 0711: PostgreSQL's account passes through; all our own files inside are 0600 or 0700.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const home = realpathSync(dataDir);
  try {
    const { logins, ...kept }: Omit<Settings, "logins"> & Partial<Settings> = JSON.parse(
      readFileSync(settingsFile(home), "utf8"),
    );
    return { ...kept, cluster: resolve(home, kept.cluster), logins: logins ?? newLogins() };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const inside = join(home, "postgres");
  const outside = join(refuge, createHash("sha256").update(home).digest("hex").slice(0, 16));
  const cluster = reachable(home, accountFor(inside)) ? inside : outside;
  return { cluster, password: newPassword(), logins: newLogins(), port: 0, made: false };
}

const newPassword = () => randomBytes(24).toString("base64url");
const newLogins = () => ({ serving: newPassword(), queue: newPassword() });

/** Saves the settings; stores a cluster inside the data folder by its relative path, so that both can move. */
export function writeSettings(dataDir: string, settings: Settings): void {
  const home = realpathSync(dataDir);
  const path = relative(home, settings.cluster);
  const cluster = path.startsWith("..") ? settings.cluster : path;
  const draft = `${settingsFile(home)}.new`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, `${JSON.stringify({ ...settings, cluster }, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, settingsFile(home));
}

function settingsFile(home: string): string {
  return join(home, "postgres.json");
}
