import { once } from "node:events";
import { chmod, mkdir, readFile, stat } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { startProcess, type TestProcess } from "#tests/support/processes.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
const dataDir = join(folder.path, "data");
const env = { DATA_DIR: dataDir, PORT: "0" };
const shown = /Aigerim Nurlanova +legal-officer +(\S+)/;
afterAll(() => folder.remove());

async function ready(service: TestProcess): Promise<void> {
  await service.waitFor(/Depositary is ready: \S+/);
  // The start says all that it has to say in one go.
  await service.waitFor(/The seal is a demonstration/);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

test("the keys of the demo people are shown at the first start and never again", async () => {
  // As an earlier release has left it.
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);
  const first = startProcess(cli, ["start"], env);
  await ready(first);
  const [, key = ""] = await first.waitFor(shown);
  const file = join(dataDir, "demo-keys.json");
  expect(first.output()).toContain(`They are shown this once, and kept in ${file}.`);
  expect(await readFile(file, "utf8")).toContain(key);
  expect(await modeOf(file)).toBe(0o600);
  await first.kill("SIGINT");

  const second = startProcess(cli, ["start"], env);
  await ready(second);
  expect(second.output()).not.toMatch(shown);
  expect(second.output()).not.toContain(key);
  expect(second.output()).toContain(`The demo people's keys are in ${file}.`);
  await second.kill("SIGINT");
});

test("a data folder that others could look into is closed to them at the start", async () => {
  // For root the group of the bundled database's account passes through, and sees nothing.
  expect(await modeOf(dataDir)).toBe(process.getuid?.() === 0 ? 0o710 : 0o700);
});

test("with a public address the bundled database holds no demonstration, and says what to set", async () => {
  const service = startProcess(cli, ["start"], { ...env, PUBLIC_URL: "https://treaties.example" });
  expect((await service.ended).code).toBe(1);
  expect(service.output().trim()).toMatch(
    /^PUBLIC_URL is for a service that others reach; the demonstration starts without it, for this machine alone\. Set SEAL_KEY_FILE and SEAL_CERT_FILE\./,
  );
});

test("an earlier demonstration in the same data is closed: its keys and its people open nothing", async () => {
  const keys: Record<string, string> = JSON.parse(
    await readFile(join(dataDir, "demo-keys.json"), "utf8"),
  );
  const [key = ""] = Object.values(keys);
  const port = await freePort();
  const service = startProcess(cli, ["start"], {
    ...env,
    PORT: port,
    PUBLIC_URL: "https://treaties.example",
    DEMONSTRATION_SEAL: "allowed",
  });
  await ready(service);
  expect(service.output()).toContain(
    "The demonstration in these data is closed: 11 people of it can no longer sign in.",
  );
  expect(service.output()).not.toContain(key);
  const url = `http://localhost:${port}`;
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...fromPage(url), ...Object.fromEntries(new Headers(init.headers)) };
    return fetch(`${url}/api/v1${path}`, { ...init, headers });
  };
  expect((await ask("/demo/people")).status).toBe(404);
  expect((await ask("/demo/letters")).status).toBe(404);
  const bearer = { Authorization: `Bearer ${key}` };
  expect((await ask("/agreements", { headers: bearer })).status).toBe(401);
  const site = { Origin: "https://treaties.example", "Content-Type": "application/json" };
  const entered = await ask("/session", {
    method: "POST",
    headers: site,
    body: JSON.stringify({ key }),
  });
  expect(entered.status).toBe(401);
  expect(await (await ask("/service")).json()).toMatchObject({ demonstration: false });
  await service.kill("SIGINT");
});

test("data that have served others are no demonstration again when the address is left out", async () => {
  const service = startProcess(cli, ["start"], env);
  expect((await service.ended).code).toBe(1);
  expect(service.output().trim()).toBe(
    `The data in ${dataDir} have served others, and are no demonstration any more. Set PUBLIC_URL and the keys as before; for a demonstration name another folder with DATA_DIR.`,
  );
});
