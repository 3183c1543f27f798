import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPerson } from "#src/accounts/invite.ts";
import { makeKey } from "#src/accounts/make-key.ts";
import { keyScopes } from "#src/accounts/proof.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { debianPrograms, startDebianPostgres } from "#tests/support/debian-postgres.ts";
import { fill } from "#tests/support/evidence.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { trials } from "#tests/support/length.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startProcess } from "#tests/support/processes.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";

const root = join(import.meta.dirname, "../..");
const handbook = readFileSync(join(root, "docs/OPERATIONS.md"), "utf8");
const folder = freshFolder();
const backup = join(folder.path, "backup");
let server: Awaited<ReturnType<typeof startDebianPostgres>>;
let office: Office;
let servingUrl = "";
let id = "";
let key = "";

beforeAll(async () => {
  mkdirSync(join(backup, "objects"), { recursive: true });
  server = await startDebianPostgres();
  // The server trusts; the password is the key by which the service shows who asks.
  servingUrl = server.urlOf("depositary_serving:a-password-of-its-own", "depositary");
  const logins = commandsOf("### A new office", "### An office that");
  expect(bash(`psql --dbname=postgres --set=ON_ERROR_STOP=1 <<'END'\n${logins}\nEND`).status).toBe(
    0,
  );
  // The office's own roles, of which none is a superuser.
  office = await openOffice({
    url: server.urlOf("depositary", "depositary"),
    servingUrl,
  });
  id = await draft(office);
  await bringToOriginal(office, id);
  const room = await roomOf(office);
  await work(office, room);
  await openAndSign(office, id);
  await work(office, room);
  // A service of its own closes the demonstration; somebody of the office's own reads what is restored.
  const names = { en: "Own Archivist" };
  const invited = { email: "own@office.example", names, titles: {}, language: "en", party: null };
  const person = await addPerson(office.ctx, null, { ...invited, roles: ["archivist"] });
  const wanted = { person: person.id, label: "x", days: 1, now: new Date() };
  ({ key } = await makeKey(office.db, { ...wanted, scopes: [...keyScopes] }));
});
afterAll(async () => {
  await office?.close();
  server?.stop();
  folder.remove();
});

/** The commands of a chapter of the handbook: its indented lines, as an administrator types them. */
function commandsOf(from: string, to: string): string {
  const [, chapter = ""] = handbook.split(from);
  const lines = (chapter.split(to)[0] ?? "").split("\n");
  return lines.flatMap((line) => line.match(/^ {4}(\S.*)$/)?.[1] ?? []).join("\n");
}

function bash(script: string, objects = "") {
  const done = spawnSync("bash", ["--norc", "-e", "-c", script], {
    encoding: "utf8",
    env: {
      PATH: `${debianPrograms}:${process.env.PATH}`,
      PGHOST: "127.0.0.1",
      PGPORT: String(server.port),
      PGUSER: "postgres",
      BACKUP: backup,
      OBJECTS: objects,
    },
  });
  return { status: done.status, said: done.stdout + done.stderr };
}

const chapter = {
  once: commandsOf("**Once**", "### Back up"),
  backUp: commandsOf("### Back up", "### Restore"),
  restore: commandsOf("### Restore", "### If the backup is older"),
};

/** The service's logins, as the handbook makes them. */
const logins = () => ({
  DATABASE_URL: servingUrl,
  DATABASE_QUEUE_URL: server.urlOf("depositary_jobs", "depositary"),
  DATABASE_OWNER_URL: server.urlOf("depositary", "depositary"),
});

/** Everybody leaves, and the database is called otherwise. */
function rename(from: string, to: string): void {
  const leave = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${from}'`;
  expect(bash(`psql --dbname=postgres -c "${leave}"`).status).toBe(0);
  const words = `psql --dbname=postgres -c "ALTER DATABASE ${from} RENAME TO ${to}"`;
  expect(bash(words).status).toBe(0);
}

test("an older backup of a live office is not acted on until two persons decide it, on record", async () => {
  const objects = join(office.folder, "objects");
  await fill(office);
  expect(bash(chapter.once)).toMatchObject({ status: 0 });
  expect(bash(chapter.backUp, objects)).toMatchObject({ status: 0 });
  const early = (await latestCheckpoint(office.db))?.note ?? "";
  // After the backup a party reads, a person acts, and a checkpoint is published.
  for (let nth = 0; nth < trials({ short: 3, long: 60 }); nth++) await draft(office);
  await fill(office);
  const lost = (await latestCheckpoint(office.db))?.note ?? "";
  const dataDir = join(folder.path, "data");
  cpSync(office.folder, dataDir, { recursive: true });
  rename("depositary", "live");
  expect(bash(chapter.restore, objects)).toMatchObject({ status: 0 });

  const env = {
    ...logins(),
    DATA_DIR: dataDir,
    DEMONSTRATION_SEAL: "allowed",
    PORT: "0",
  };
  const cli = async (...words: string[]) => {
    const command = startProcess(join(root, "src/cli.ts"), words, env);
    const { code } = await command.ended;
    return { code, output: command.output() };
  };
  const service = startProcess(join(root, "src/cli.ts"), ["start"], env);
  const [, url = ""] = await service.waitFor(/Depositary is ready: (http:\S+)/, 50);
  const ask = (path: string, method = "GET") =>
    fetch(`${url}${path}`, { method, headers: { Authorization: `Bearer ${key}` } });
  expect(service.output()).toContain("The database is older than the evidence log's last");
  expect((await ask("/api/v1/agreements", "POST")).status).toBe(503);
  expect((await ask(`/api/v1/agreements/${id}`)).status).toBe(200);
  const ready = await (await ask("/readyz")).text();
  expect(ready).toContain('"part":"log","state":"failed"');
  expect(await (await ask("/api/v1/checkpoints")).text()).toBe(early);

  const alone = await cli("evidence", "continue", "--reason", "A disk", "--by", "A", "--by", "a");
  expect([alone.code, alone.output]).toEqual([2, expect.stringContaining("two different persons")]);
  const decided = ["--reason", "The disk broke", "--by", "Anna A.", "--by", "Ben B."];
  const continued = await cli("evidence", "continue", ...decided);
  expect(continued.output).toContain("Lost are the entries");
  expect(continued.code).toBe(0);
  // The service goes on by itself.
  const refused = async () => (await ask("/api/v1/agreements", "POST")).status;
  await expect.poll(refused, { timeout: 40_000 }).not.toBe(503);
  const now = await (await ask("/api/v1/checkpoints")).text();
  const verdicts = [];
  for (const note of [early, lost, now]) {
    const since = note.split("\n")[1];
    const [text, file] = [`evidence-${since}.ndjson`, `checkpoint-${since}.txt`];
    const evidence = await ask(`/api/v1/agreements/${id}/evidence?since=${since}`);
    writeFileSync(join(folder.path, text), await evidence.text());
    writeFileSync(join(folder.path, file), note);
    const given = ["--key", vkeyOf(office.log), "--checkpoint", join(folder.path, file)];
    const found = await cli("evidence", "verify", join(folder.path, text), ...given);
    expect(found.output).toContain("after a restore");
    verdicts.push([found.code, found.output.split("\n")[0]]);
  }
  expect(verdicts).toEqual([
    [0, "HOLDS"],
    [1, "HOLDS IN PART"],
    [0, "HOLDS"],
  ]);
  await service.kill("SIGTERM");
  rename("depositary", "continued");
  rename("live", "depositary");
});

test("the handbook's backup and restore bring back what was sealed, by its literal commands", async () => {
  const objects = join(office.folder, "objects");
  const { once, backUp, restore } = chapter;
  expect([once, backUp, restore].map((text) => text.split("\n").length)).toEqual([2, 4, 4]);

  rmSync(join(backup, "database.dump"));
  const own = bash(backUp.replace("depositary_backup", "depositary"), objects);
  expect(own.status).not.toBe(0);
  expect(own.said).toContain("row-level security");
  expect(existsSync(join(backup, "database.dump"))).toBe(false);

  expect(bash(backUp, objects)).toMatchObject({ status: 0 });
  const rows = () => bash('psql --dbname=depositary -Atc "SELECT count(*) FROM evidence"').said;
  const before = rows();
  expect(before).toMatch(/^\d\d+\n$/);

  const elsewhere = join(folder.path, "objects");
  mkdirSync(elsewhere);
  rename("depositary", "lost");
  expect(bash(restore, elsewhere)).toMatchObject({ status: 0 });
  expect(rows()).toBe(before);

  const service = startProcess(join(root, "src/cli.ts"), ["start"], {
    ...logins(),
    DATA_DIR: office.folder,
    OBJECTS_URL: `file://${elsewhere}`,
    DEMONSTRATION_SEAL: "allowed",
    PORT: "0",
  });
  const [, url = ""] = await service.waitFor(/Depositary is ready: (http:\S+)/, 50);
  const get = (path: string) =>
    fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await get("/readyz")).status).toBe(200);
  const sealed = await get(`/api/v1/agreements/${id}/pdf?kind=sealed`);
  const pdf = new Uint8Array(await sealed.arrayBuffer());
  expect((await verifyPdf(pdf, { trust: office.seal.trust })).verdict).toBe("VALID");
  const evidence = join(folder.path, "evidence.ndjson");
  const words = ["evidence", "verify", evidence, "--key", vkeyOf(office.log)];
  // The last entries come into the log within moments of the start.
  const verified = async () => {
    writeFileSync(evidence, await (await get(`/api/v1/agreements/${id}/evidence`)).text());
    return (await startProcess(join(root, "src/cli.ts"), words).ended).code;
  };
  await expect.poll(verified, { timeout: 30_000, interval: 500 }).toBe(0);
  await service.kill("SIGTERM");
});
