import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cp, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { openNote } from "#src/evidence/open-note.ts";
import { signNote, vkeyOf } from "#src/evidence/sign-note.ts";
import { openLogFiles } from "#src/keys/log-key.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
afterAll(() => folder.remove());
const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

test("the first start makes a key and a name, which stay, readable by their owner alone", async () => {
  const dataDir = join(folder.path, "own");
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => openLogFiles({ log: null, dataDir })),
  );
  const vkeys = new Set(opened.map(vkeyOf));
  expect(vkeys.size).toBe(1);
  const again = await openLogFiles({ log: null, dataDir });
  expect(vkeys).toContain(vkeyOf(again));
  expect(openNote(signNote("A text.\n", again), vkeyOf(again))).toBe("A text.\n");
  expect((await stat(join(dataDir, "log", "key.pem"))).mode & 0o077).toBe(0);
  expect(await readdir(dataDir)).toEqual(["log"]);
});

test("a named key is the log's, under the name given", async () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const keyFile = join(folder.path, "log.pem");
  await writeFile(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const log = { keyFile, origin: "treaties.example/evidence" };
  const opened = await openLogFiles({ log, dataDir: folder.path });
  expect(vkeyOf(opened)).toBe(vkeyOf({ name: log.origin, key: privateKey }));
});

test("a file that is no Ed25519 key, or is not there, is said in one sentence", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const keyFile = join(folder.path, "other.pem");
  const opens = (file: string) =>
    openLogFiles({ log: { keyFile: file, origin: "a.example" }, dataDir: folder.path });
  await writeFile(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  await expect(opens(keyFile)).rejects.toThrow("LOG_KEY_FILE must hold an Ed25519 key");
  await writeFile(keyFile, "no key");
  await expect(opens(keyFile)).rejects.toThrow("LOG_KEY_FILE must hold an Ed25519 key");
  await expect(opens(join(folder.path, "none"))).rejects.toThrow("LOG_KEY_FILE cannot be read");
});

test("the command line shows the key that checks the log", async () => {
  const dataDir = join(folder.path, "own");
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  const { stdout } = await run(process.execPath, [join(root, "src/cli.ts"), "keys"], { env });
  expect(stdout.trim()).toBe(vkeyOf(await openLogFiles({ log: null, dataDir })));
});

test("the verifier runs where nothing of the service is but its own files", async () => {
  const away = join(folder.path, "away");
  await mkdir(join(away, "src/cli"), { recursive: true });
  await mkdir(join(away, "src/evidence"), { recursive: true });
  const names = [
    "canonical-json",
    "continued",
    "merkle",
    "open-note",
    "replay-account",
    "replay-certificate",
    "replay-consent",
    "verify-export",
  ];
  const files = ["cli/evidence", "cli/usage", ...names.map((name) => `evidence/${name}`)];
  for (const file of files) await cp(join(root, `src/${file}.ts`), join(away, `src/${file}.ts`));
  const imports = { "#src/*": "./src/*" };
  await writeFile(join(away, "package.json"), JSON.stringify({ type: "module", imports }));
  await writeFile(join(away, "export.ndjson"), '{"export":"another"}\n');
  const verify = (...words: string[]) =>
    run(process.execPath, ["src/cli/evidence.ts", ...words], { cwd: away, env: {} }).then(
      () => 0,
      ({ code }) => code,
    );
  expect(await verify("verify", "export.ndjson")).toBe(1);
  expect(await verify("verify", "none")).toBe(2);
  expect(await verify()).toBe(2);
});
