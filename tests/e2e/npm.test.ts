import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
const run = promisify(execFile);

beforeAll(() => {
  copyFileSync(join(import.meta.dirname, "../../.npmrc"), join(folder.path, ".npmrc"));
  const project = { name: "project", version: "1.0.0", private: true, engines: { node: ">=99" } };
  writeFileSync(join(folder.path, "package.json"), JSON.stringify(project));
  mkdirSync(join(folder.path, "newer"));
  const newer = { name: "newer", version: "1.0.0", engines: { node: ">=99" } };
  writeFileSync(join(folder.path, "newer/package.json"), JSON.stringify(newer));
});
afterAll(() => folder.remove());

/** The environment without the settings of the npm that runs the tests: `npm -s test` would silence this one too. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)),
);

/** `npm install` under this project's settings, with nothing asked of a registry. */
const install = (what: string) =>
  run("npm", ["install", "--offline", "--no-save", what], { cwd: folder.path, env }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }) => ({ code, stderr }),
  );

test("a package that wants a newer Node than the one that installs it says nothing", async () => {
  expect(await install("./newer")).toEqual({ code: 0, stderr: "" });
});

test("an installation that fails says why", async () => {
  const { code, stderr } = await install("./missing");
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/npm error/);
});

test("every package is fixed by the digest of its content, and bound to no registry", () => {
  const file = readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8");
  type Entry = { integrity?: string; resolved?: string };
  const { packages } = JSON.parse(file) as { packages: Record<string, Entry> };
  const fetched = Object.entries(packages).filter(([path]) => path !== "");
  const loose = fetched.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  expect(loose.map(([path]) => path)).toEqual([]);
  expect(fetched.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test("npm's scripts start the service with flags that this Node knows, the same in both", async () => {
  const file = join(import.meta.dirname, "../../package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8"));
  const flagsOf = (script: string) => script.split(" ").filter((word) => word.startsWith("--"));
  const flags = flagsOf(scripts.start);
  expect(flagsOf(scripts.depositary)).toEqual(flags);
  const { stdout } = await run(process.execPath, [...flags, "--print", "6 * 7"]);
  expect(stdout).toBe("42\n");
});
