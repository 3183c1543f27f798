import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "#tests/support/folder.ts";

/**
 * Checks a revision out into a temporary worktree, runs `use` in it, and removes it in whichever way that ends. Its packages
 * are those of this checkout if both lock files are the same; else they are installed there.
 */
export async function withWorktree<T>(
  root: string,
  revision: string,
  use: (worktree: string) => Promise<T>,
): Promise<T> {
  const folder = freshFolder("depositary-bench-worktree-");
  const worktree = join(folder.path, "checkout");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "pipe" });
  const remove = () => {
    if (existsSync(worktree)) git("worktree", "remove", "--force", worktree);
    folder.remove();
    git("worktree", "prune");
  };
  try {
    git("worktree", "add", "--detach", worktree, commitOf(root, revision));
    installPackages(root, worktree);
    return await use(worktree);
  } finally {
    remove();
  }
}

/** The full id of a commit. Throws with a sentence if there is none of this name. */
export function commitOf(root: string, revision: string): string {
  try {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  } catch {
    throw new Error(`There is no commit ${revision}.`);
  }
}

/** Puts the suites of this checkout in the place of the worktree's. */
export function takeSuites(root: string, worktree: string): void {
  rmSync(join(worktree, "tests/bench"), { recursive: true, force: true });
  cpSync(join(root, "tests/bench"), join(worktree, "tests/bench"), { recursive: true });
}

function installPackages(root: string, worktree: string): void {
  const lock = (folder: string) => readFileSync(join(folder, "package-lock.json"), "utf8");
  if (lock(root) === lock(worktree)) {
    symlinkSync(join(root, "node_modules"), join(worktree, "node_modules"));
  } else {
    console.log("Its packages differ: npm ci.");
    execFileSync("npm", ["ci"], { cwd: worktree, stdio: "ignore" });
  }
}
