import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { takeSuites, withWorktree } from "./worktree.ts";

/** A repository with two commits, of which the second one changes a file of the bench. */
function repository(): { root: string; git(...args: string[]): string } {
  const folder = freshFolder();
  onTestFinished(folder.remove);
  const root = folder.path;
  const who = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"];
  const git = (...args: string[]) =>
    execFileSync("git", [...who, ...args], { cwd: root, encoding: "utf8" }).trim();
  git("init", "--quiet");
  mkdirSync(join(root, "tests/bench"), { recursive: true });
  mkdirSync(join(root, "node_modules"));
  writeFileSync(join(root, ".gitignore"), "node_modules/\n");
  writeFileSync(join(root, "package-lock.json"), "{}");
  for (const text of ["old", "new"]) {
    writeFileSync(join(root, "tests/bench/suite.ts"), text);
    git("add", ".");
    git("commit", "--quiet", "--message", text);
  }
  return { root, git };
}

const suiteIn = (worktree: string) => execFileSync("cat", [join(worktree, "tests/bench/suite.ts")]);

test("the other commit is checked out with this checkout's packages, and gone afterwards", async () => {
  const { root, git } = repository();
  let seen = "";
  await withWorktree(root, "HEAD~1", async (worktree) => {
    seen = worktree;
    expect(suiteIn(worktree).toString()).toBe("old");
    expect(existsSync(join(worktree, "node_modules"))).toBe(true);
    takeSuites(root, worktree);
    expect(suiteIn(worktree).toString()).toBe("new");
  });
  expect(existsSync(seen)).toBe(false);
  expect(existsSync(join(root, "node_modules"))).toBe(true);
  expect(git("worktree", "list").split("\n")).toHaveLength(1);
});

test("a fault in a turn leaves no worktree, and an unknown revision is named", async () => {
  const { root, git } = repository();
  const fails = withWorktree(root, "HEAD~1", () => Promise.reject(new Error("A turn failed.")));
  await expect(fails).rejects.toThrow("A turn failed.");
  expect(git("worktree", "list").split("\n")).toHaveLength(1);
  const unknown = withWorktree(root, "--no-such", async () => {});
  await expect(unknown).rejects.toThrow("There is no commit --no-such.");
});
