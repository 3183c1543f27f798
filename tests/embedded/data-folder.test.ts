import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closeDataFolder } from "#src/embedded/data-folder.ts";
import { holdLock } from "#src/embedded/lock.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
afterAll(() => folder.remove());

const modeOf = async (path: string) => (await stat(path)).mode & 0o7777;

test("a data folder is made for its owner alone", async () => {
  const path = join(folder.path, "new", "data");
  expect(await closeDataFolder(path, { bundled: false })).toBeNull();
  expect(await modeOf(path)).toBe(0o700);
});

test.each([0o755, 0o777, 0o711])("one of mode %o is closed", async (mode) => {
  const path = join(folder.path, mode.toString(8));
  await mkdir(path);
  await chmod(path, mode);
  expect(await closeDataFolder(path, { bundled: false })).toBeNull();
  expect(await modeOf(path)).toBe(0o700);
});

test("a folder that belongs to everybody stays so, and the operator is told", async () => {
  const path = join(folder.path, "everybody");
  await mkdir(path);
  await chmod(path, 0o1777);
  expect(await closeDataFolder(path, { bundled: false })).toBe(
    `Other accounts of this machine can look into DATA_DIR (${path}, mode 0777), and it could not be closed to them. Give the service a folder of its own, or run: chmod 700 ${path}`,
  );
  expect(await modeOf(path)).toBe(0o1777);
});

test("the lock file is private, also one that an earlier release made", async () => {
  const file = join(folder.path, "postgres.lock");
  await writeFile(file, "");
  await chmod(file, 0o644);
  const lock = await holdLock(file, folder.path);
  expect(await modeOf(file)).toBe(0o600);
  await expect(holdLock(file, folder.path)).rejects.toThrow(`in use by process ${process.pid}`);
  lock.release();
});
