import { enableCompileCache, getCompileCacheDir } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Lets Node cache compiled code (`module.enableCompileCache`), so that the next command starts in half the time. The
 * cache is in the user's own cache folder, which no one else may write, not in a shared one. If that cannot be written
 * nothing is cached. NODE_COMPILE_CACHE names another folder; NODE_DISABLE_COMPILE_CACHE=1 turns the cache off.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  if (getCompileCacheDir() !== undefined) return;
  const caches = env.XDG_CACHE_HOME || join(homedir(), ".cache");
  enableCompileCache(join(caches, "depositary", "compiled"));
}
