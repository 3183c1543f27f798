import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "#src/cli/build.ts";
import { ensureServer } from "#src/cli/build-server.ts";
import { makeLogins } from "#src/embedded/logins.ts";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "./folder.ts";
import { leash } from "./leash.ts";
import { makeOfficeTemplate } from "./office-template.ts";
import { giveTemporary, placeOfRun } from "./place-of-run.ts";
import { createDatabase, dropDatabase } from "./postgres.ts";
import { startRedis } from "./redis-server.ts";
import { RUN_PREFIX, sweepRuns } from "./sweep-runs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's URL on the run's PostgreSQL; ask `freshDatabase` for a database of your own. */
    postgresUrl: string;
    /** The run's redis-server; ask `freshRedis` for one that a test may stop or flush. */
    redisUrl: string;
    /** The passwords of the logins that own nothing, on the run's PostgreSQL. */
    logins: { serving: string; queue: string };
    /** The database that every office is a copy of, and the folder with its demo people's keys and its seal. */
    office: { template: string; folder: string };
  }
}

/**
 * The web app and the server's bundle, which the tests' processes run; one PostgreSQL and one redis-server for the whole
 * run. The PostgreSQL forgets what it has not written when it is killed: tests of durability start their own. With
 * TEST_DATABASE_URL the tests use that server instead, a PostgreSQL 15 for instance.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepRuns();
  const built = ensureBuilt().then(ensureServer);
  const given = process.env.TEST_DATABASE_URL;
  // A later run sweeps away what belongs to a PostgreSQL of ours alone.
  const folder = freshFolder(RUN_PREFIX, given ? undefined : placeOfRun());
  giveTemporary(folder.path);
  const redisStarts = startRedis();
  process.env.TEST_KEYS = join(folder.path, "keys");
  mkdirSync(process.env.TEST_KEYS);
  const postgres = given
    ? null
    : await startEmbeddedPostgres({ dataDir: join(folder.path, "data") });
  const release = postgres ? leash(postgres.pid) : () => {};
  const server = postgres?.ownerUrl ?? given ?? "";
  if (postgres) await forgetful(server);
  const logins = await loginsOf(server);
  const template = `office_${randomUUID().replaceAll("-", "")}`;
  await makeOfficeTemplate(await createDatabase(server, template), folder.path);
  const redis = await redisStarts;
  await built;
  project.provide("postgresUrl", server);
  project.provide("logins", logins);
  project.provide("office", { template, folder: folder.path });
  project.provide("redisUrl", redis.url);
  return async () => {
    if (given) await dropDatabase(template, given);
    release();
    await Promise.all([postgres?.stop(), redis.stop()]);
    folder.remove();
  };
}

/** The run's own passwords for the logins that serve, also on a server that is not ours. */
async function loginsOf(server: string): Promise<{ serving: string; queue: string }> {
  const logins = { serving: randomUUID(), queue: randomUUID() };
  const client = new Client({ connectionString: server });
  await client.connect();
  await makeLogins(client, logins);
  await client.end();
  return logins;
}

/** Turns off what makes a commit survive a power cut. No test kills this server, and each would wait for the disk. */
async function forgetful(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    await client.query(`alter system set ${setting} to off`);
  }
  await client.query("select pg_reload_conf()");
  await client.end();
}
