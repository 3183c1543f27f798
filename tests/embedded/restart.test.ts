import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { leash } from "#tests/support/leash.ts";
import { startProcess } from "#tests/support/processes.ts";

const starter = fileURLToPath(new URL("start.ts", import.meta.url));

let folder: ReturnType<typeof freshFolder>;
let dataDir: string;
let refuge: string;
let running: EmbeddedPostgres | undefined;
let releases: (() => void)[] = [];

beforeEach(() => {
  folder = freshFolder();
  dataDir = join(folder.path, "les données");
  refuge = join(folder.path, "refuge");
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const release of releases) release();
  releases = [];
  folder.remove();
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, refuge });
  releases.push(leash(running.pid));
  return running;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/**
 * By its command line: a process that ended stays in the table until its parent asks for it. Without a locale, `ps` would
 * write question marks for the accents.
 */
function isPostgres(pid = ""): boolean {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return spawnSync("ps", ["-o", "args=", "-p", pid], { encoding: "utf8", env }).stdout.includes(
    dataDir,
  );
}

test("a later start keeps data, password and port, and writes wait for the disk", async () => {
  const first = await start();
  await query(first.ownerUrl, "create table kept as select 7 as seven");
  await first.stop();
  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await query(second.ownerUrl, "select seven from kept")).toEqual([{ seven: 7 }]);
  for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
    expect(await query(second.ownerUrl, `show ${name}`)).toEqual([{ [name]: "on" }]);
  }
});

test("the password is needed, and only this user may read it", async () => {
  const { ownerUrl } = await start();
  await expect(query(ownerUrl.replace(/:[^:@]+@/, ":wrong@"), "select")).rejects.toThrow(
    /password/,
  );
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
});

test("committed rows survive kill -9 of the service, of PostgreSQL and of both", async () => {
  const service = startProcess(starter, [dataDir, refuge]);
  const [, pid, url = ""] = await service.waitFor(/ready (\d+) (\S+)\n/);
  await query(url, "create table kept as select 1 as n");
  await service.kill("SIGKILL");
  expect(isPostgres(pid)).toBe(true);

  const second = await start();
  expect(isPostgres(pid)).toBe(false);
  await query(second.ownerUrl, "insert into kept values (2)");
  process.kill(second.pid, "SIGKILL");
  await second.stop();

  const third = await start();
  expect(await query(third.ownerUrl, "select n from kept order by n")).toEqual([
    { n: 1 },
    { n: 2 },
  ]);
});

test("a pid file that names a living stranger is not in the way, and the stranger lives on", async () => {
  const first = await start();
  await query(first.ownerUrl, "create table kept as select 1 as n");
  const file = join(dataDir, "postgres", "postmaster.pid");
  const contents = readFileSync(file, "utf8");
  await first.stop();
  const stranger = startProcess("-e", ["console.log('here'); setInterval(() => {}, 1000)"]);
  await stranger.waitFor(/here/);
  writeFileSync(file, contents.replace(/^\d+/, String(stranger.pid)));

  const second = await start();
  expect(await query(second.ownerUrl, "select n from kept")).toEqual([{ n: 1 }]);
  expect(() => process.kill(stranger.pid, 0)).not.toThrow();
  await stranger.kill();
});

test("of several first starts at once on one folder one succeeds, and the others name its process", async () => {
  const services = [1, 2, 3].map(() => startProcess(starter, [dataDir, refuge]));
  const said = await Promise.all(services.map((service) => service.waitFor(/(ready|refused).*\n/)));
  const winner = services.find((_, i) => said[i]?.[1] === "ready");
  const refused = said.filter((line) => line[1] === "refused").map(String);
  expect(refused).toHaveLength(2);
  for (const line of refused) {
    expect(line).toContain(`The data folder ${dataDir} is in use by process ${winner?.pid}`);
  }
  await winner?.kill("SIGTERM");
});

test("a start that was killed while it made the database leaves nothing in the way", async () => {
  const service = startProcess(starter, [dataDir, refuge]);
  const draft = () => existsSync(dataDir) && readdirSync(dataDir).find((n) => n.includes(".new-"));
  while (!draft() || !existsSync(join(dataDir, `${draft()}`, "cluster", "base"))) await sleep(2);
  await service.kill("SIGKILL");
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
  const { ownerUrl } = await start();
  expect(await query(ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await running?.stop();
  await start();
  expect(draft()).toBeUndefined();
});

test("a database that has disappeared is reported, not replaced by an empty one", async () => {
  await (await start()).stop();
  running = undefined;
  const lost = join(folder.path, "lost");
  cpSync(dataDir, lost, { recursive: true, filter: (path) => !path.endsWith("/postgres") });
  await expect(startEmbeddedPostgres({ dataDir: lost, refuge })).rejects.toThrow(/is missing/);
});

test("the kept port is given up when somebody else listens there", async () => {
  const first = await start();
  await first.stop();
  const port = new URL(first.ownerUrl).port;
  const other = startProcess("-e", [
    `require("net").createServer().listen(${port}, "127.0.0.1", () => console.log("here"))`,
  ]);
  await other.waitFor(/here/);
  const second = await start();
  expect(new URL(second.ownerUrl).port).not.toBe(port);
  expect(await query(second.ownerUrl, "select 1 as n")).toEqual([{ n: 1 }]);
  await other.kill();
});

test("a data folder that PostgreSQL's account cannot reach is served all the same", async () => {
  const home = freshFolder();
  chmodSync(home.path, 0o700);
  dataDir = join(home.path, "data");
  const first = await start();
  await query(first.ownerUrl, "create table kept as select 1 as n");
  await first.stop();
  const second = await start();
  expect(await query(second.ownerUrl, "select n from kept")).toEqual([{ n: 1 }]);
  const { cluster } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8"));
  if (process.getuid?.() === 0) expect(cluster.startsWith(refuge)).toBe(true);
  else expect(cluster).toBe("postgres");
  await second.stop();
  home.remove();
});
