import { writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { demoAgreement } from "#src/cli/demo-agreement.ts";
import type { Part } from "#src/context.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { demoCaller } from "#tests/support/demo-sign-in.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { cli, preparedFolder } from "#tests/support/prepared-folder.ts";
import { startProcess, type TestProcess } from "#tests/support/processes.ts";
import { startProxy } from "#tests/support/proxy.ts";

const folders: { remove(): void }[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function dataFolder(): string {
  const folder = freshFolder();
  folders.push(folder);
  return join(folder.path, "data");
}

/** The same where the service has started before. */
async function usedFolder(): Promise<string> {
  const folder = await preparedFolder();
  folders.push(folder);
  return folder.dataDir;
}

async function ready(service: TestProcess): Promise<string> {
  const [, url = ""] = await service.waitFor(/Depositary is ready: (http:\S+)/);
  return url;
}

test("the first start says where and as whom to sign in", async () => {
  const dataDir = dataFolder();
  const service = startProcess(cli, ["start"], { DATA_DIR: dataDir, PORT: "0" });
  const url = await ready(service);
  await service.waitFor(/Aigerim Nurlanova +legal-officer +\S+/);
  expect((await demoCaller(url, /Aigerim/)).name).toBe("Aigerim Nurlanova");
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const asked = await fetch(`${url}/api/v1/demo/people`, { headers: fromPage(url) });
  const { people } = await asked.json();
  expect(people[0].names.en).toBe("Aigerim Nurlanova");
  const page = await (await fetch(url)).text();
  const [, script = ""] = page.match(/src="(\/assets\/[^"]+\.js)"/) ?? [];
  const sent = await fetch(`${url}${script}`, { headers: { "Accept-Encoding": "br" } });
  expect([sent.status, sent.headers.get("Content-Encoding")]).toEqual([200, "br"]);
  await service.kill("SIGINT");
  expect(await service.ended).toEqual({ code: 0, signal: null });
});

test.each(["SIGINT", "SIGKILL"] as const)(
  "after %s in the middle the agreement goes on at the next start",
  async (signal) => {
    const env = { DATA_DIR: await usedFolder(), PORT: "0" };
    let service = startProcess(cli, ["start"], env);
    let url = await ready(service);
    let officer = await demoCaller(url, /Aigerim/);
    const { id } = await officer.post("/agreements", { ...demoAgreement, languages: ["en"] });
    for (const [party, name] of [
      ["KZ", /Yerlan/],
      ["AE", /Mariam/],
      ["HUB", /Elena/],
    ] as const) {
      const { person } = await demoCaller(url, name);
      await officer.act(id, "designations", { party, signatory: person });
    }
    await officer.act(id, "submissions", {});
    for (const name of [/Yerlan/, /Mariam/, /Elena/]) {
      const representative = await demoCaller(url, name);
      await representative.act(id, "approvals", { digest: await representative.digest(id) });
    }
    const digest = await officer.digest(id);
    await officer.act(id, "authentication", { digest });
    await (await demoCaller(url, /Daniel/)).act(id, "authentication", { digest });
    await service.kill(signal);

    service = startProcess(cli, ["start"], env);
    url = await ready(service);
    officer = await demoCaller(url, /Aigerim/);
    await officer.until(id, ({ stage, original }) => {
      return stage === "sign.authenticated" && original !== null;
    });
    await service.kill("SIGINT");
  },
);

test("a port that is taken, and what to do about it, is said in one sentence", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const service = startProcess(cli, ["start"], { DATA_DIR: await usedFolder(), PORT: port });
  expect(await service.ended).toEqual({ code: 1, signal: null });
  expect(service.output().trim()).toBe(
    `The port ${port} on 127.0.0.1 is taken. Set PORT to another one.`,
  );
  other.close();
});

test.each([
  ["nobody listens there", "postgres://someone:secret@127.0.0.1:1/depositary"],
  ["the password is wrong", "wrong-password"],
  ["there is no such database", "no-database"],
])("a DATABASE_URL where %s is said in one sentence without its password", async (_, given) => {
  const real = new URL(inject("postgresUrl"));
  if (given === "wrong-password") real.password = "secret";
  if (given === "no-database") real.pathname = "/nowhere";
  const url = given.startsWith("postgres:") ? given : real.href;
  const service = startProcess(cli, ["start"], {
    DATA_DIR: dataFolder(),
    DATABASE_URL: url,
    DATABASE_QUEUE_URL: url,
    DEMONSTRATION_SEAL: "allowed",
  });
  expect((await service.ended).code).toBe(1);
  expect(service.output().trim()).toMatch(
    /^The database at \S+ cannot be reached: .+ Check DATABASE_URL\.$/,
  );
  expect(service.output()).not.toContain("secret");
});

test("a service of record does not start without a seal of its own", async () => {
  const env = { DATA_DIR: dataFolder(), DATABASE_URL: inject("postgresUrl") };
  const service = startProcess(cli, ["start"], env);
  expect((await service.ended).code).toBe(1);
  expect(service.output()).toContain("Set SEAL_KEY_FILE and SEAL_CERT_FILE.");
});

test("a service of record does not start without a key and a name of its log's own", async () => {
  const named = { SEAL_KEY_FILE: "key.pem", SEAL_CERT_FILE: "certificate.pem" };
  const env = { DATA_DIR: dataFolder(), DATABASE_URL: inject("postgresUrl"), ...named };
  const service = startProcess(cli, ["start"], env);
  expect((await service.ended).code).toBe(1);
  expect(service.output()).toContain("Set LOG_KEY_FILE and LOG_ORIGIN");
});

test.each([
  ["a folder below a file", (file: string) => `file://${file}/objects`],
  ["a store where nobody listens", () => "s3://key:hush@127.0.0.1:1/bucket?tls=false"],
])("an OBJECTS_URL that names %s stops the start with one sentence", async (_, urlOf) => {
  const dataDir = await usedFolder();
  const file = join(dirname(dataDir), "a-file");
  await writeFile(file, "");
  const service = startProcess(cli, ["start"], {
    DATA_DIR: dataDir,
    PORT: "0",
    OBJECTS_URL: urlOf(file),
  });
  expect((await service.ended).code).toBe(1);
  expect(service.output().trim()).toMatch(
    /^Files cannot be stored where OBJECTS_URL says: [^\n]+\.$/,
  );
  expect(service.output()).not.toContain("hush");
});

// These two wait for the service's own timers: together, they wait once.
// Tests that run at once need `expect` of their own: the shared one knows only of the last test that began or ended.
test.concurrent("who sends headers slowly is told 408 and holds no connection", async ({
  expect,
}) => {
  const service = startProcess(cli, ["start"], { DATA_DIR: await usedFolder(), PORT: "0" });
  const { port } = new URL(await ready(service));
  const socket = connect(Number(port), "127.0.0.1");
  let heard = "";
  socket.on("data", (bytes) => {
    heard += bytes;
  });
  socket.write("GET /api/v1/register HTTP/1.1\r\nHost: localhost\r\n");
  let sent = 0;
  const dripping = setInterval(() => socket.write(`X-Slow-${sent++}: 1\r\n`), 500);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(dripping);
  expect(heard).toContain("408 Request Timeout");
  await service.kill("SIGINT");
});

test.concurrent("a Redis that is away is said at the start and in /readyz, and is used once it is there", async ({
  expect,
}) => {
  const proxy = await startProxy(inject("redisUrl"));
  proxy.cut();
  const env = { DATA_DIR: await usedFolder(), PORT: "0", REDIS_URL: proxy.url };
  const service = startProcess(cli, ["start"], env);
  const url = await ready(service);
  await service.waitFor(/Redis at 127\.0\.0\.1:\d+ does not answer: [^\n]+ Check REDIS_URL\./);
  const state = async () => {
    const { parts } = (await (await fetch(`${url}/readyz`)).json()) as { parts: Part[] };
    return parts.find(({ part }) => part === "queue")?.state;
  };
  await expect.poll(state, { interval: 500 }).toBe("degraded");
  expect((await fetch(`${url}/api/v1/register`)).status).toBe(200);
  proxy.mend();
  await expect.poll(state, { timeout: 40_000, interval: 500 }).toBe("ready");
  await service.kill("SIGTERM");
  expect((await service.ended).code).toBe(0);
  await proxy.close();
});

test("a setting that cannot be is named", async () => {
  const service = startProcess(cli, ["start"], { DATA_DIR: dataFolder(), PORT: "many" });
  expect((await service.ended).code).toBe(1);
  expect(service.output()).toBe('PORT must be a whole number from 0 to 65535, not "many".\n');
});

test("while the database is away the API says so, and it goes on when the database is back", async () => {
  const dataDir = await usedFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  const env = {
    DATA_DIR: dataFolder(),
    DATABASE_URL: first.servingUrl,
    DATABASE_QUEUE_URL: first.queueUrl,
    DATABASE_OWNER_URL: first.ownerUrl,
    DEMONSTRATION_SEAL: "allowed",
    PORT: "0",
  };
  const service = startProcess(cli, ["start"], env);
  const url = await ready(service);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await first.stop();
  const away = await fetch(`${url}/api/v1/register`);
  expect([away.status, away.headers.get("Content-Type"), away.headers.get("Retry-After")]).toEqual([
    503,
    "application/problem+json",
    "2",
  ]);
  const second = await startEmbeddedPostgres({ dataDir });
  expect(second.servingUrl).toBe(first.servingUrl);
  // A connection that broke unnoticed costs one more answer of 503.
  await expect.poll(async () => (await fetch(`${url}/api/v1/register`)).status).toBe(200);
  await service.kill("SIGTERM");
  expect((await service.ended).code).toBe(0);
  await second.stop();
});

test("an unknown command and an unknown option end with 2 and the usage", async () => {
  for (const words of [["strat"], ["start", "--colour"], ["render"], ["demo"]]) {
    const service = startProcess(cli, words, {});
    expect((await service.ended).code).toBe(2);
    expect(service.output()).toContain("depositary start");
  }
});
