import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { accountFor } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { clusterExists, makeCluster, NAME, sweepDrafts } from "./cluster.ts";
import { holdLock } from "./lock.ts";
import { makeLogins, queueLogin, servingLogin } from "./logins.ts";
import { startPostmaster, stopOrphan, stopPostmaster } from "./postmaster.ts";
import { readSettings, type Settings, writeSettings } from "./settings.ts";

export type EmbeddedPostgres = {
  /** The superuser's URL, for migrations at the start; each URL contains the password. */
  ownerUrl: string;
  /** The login that serves people and jobs, and owns nothing. */
  servingUrl: string;
  /** The login that sees only the queue. */
  queueUrl: string;
  /** The postmaster's process id. */
  pid: number;
  /** Ends all connections and the database, cleanly; another process may then use the data folder. */
  stop(): Promise<void>;
  /** Ends the database abruptly, like a power cut; for a process that must exit now. */
  kill(): void;
};

/**
 * Starts the PostgreSQL 18 that comes with this package, on a data folder created at the first start. It survives a
 * kill -9 of this process, and the next start on the same folder stops it first.
 *
 * `refuge` is where root puts the cluster and the programs if PostgreSQL's account cannot reach `dataDir` or
 * node_modules. Throws if another process holds the folder, or the platform has no bundled PostgreSQL. Throws with
 * PostgreSQL's own last message if it does not start.
 */
export async function startEmbeddedPostgres({
  dataDir,
  refuge = "/var/lib/depositary",
}: {
  dataDir: string;
  refuge?: string;
}): Promise<EmbeddedPostgres> {
  const { cluster } = readSettings(dataDir, refuge);
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o711 });
  const lock = await holdLock(`${cluster}.lock`, dataDir);
  try {
    // Read again: another process may have decided them before this one got the lock.
    const settings = readSettings(dataDir, refuge);
    const child = await start(dataDir, settings, refuge);
    const urls = await openDatabase(settings).catch(async (error) => {
      await stopPostmaster(child.pid, cluster);
      throw error;
    });
    return {
      ...urls,
      pid: child.pid as number,
      stop: async () => {
        await stopPostmaster(child.pid, cluster);
        lock.release();
      },
      kill: () => {
        child.kill("SIGQUIT");
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(dataDir: string, settings: Settings, refuge: string) {
  const { cluster } = settings;
  const account = accountFor(cluster);
  const binaries = findBinaries(account, account ? refuge : dataDir);
  if (clusterExists(cluster)) await stopOrphan(cluster);
  else if (settings.made) {
    throw new Error(`The database of ${dataDir} is missing: it should be in ${cluster}.`);
  } else {
    writeSettings(dataDir, settings);
    await makeCluster(binaries, cluster, account, settings.password);
  }
  sweepDrafts(cluster);
  for (let attempt = 1; ; attempt++) {
    settings.port = await freePort(settings.port);
    try {
      const child = await startPostmaster(binaries.postgres, cluster, settings.port, account);
      writeSettings(dataDir, { ...settings, made: true });
      return child;
    } catch (error) {
      // Another process may take the port in between, and the last backends of a killed postmaster may still hold its
      // shared memory for a moment: both pass.
      if (attempt === 20 || !/could not bind|shared memory/.test(String(error))) throw error;
      await sleep(250);
    }
  }
}

/** The port of the last start if it is free, else any free one. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  const listening = new Promise<boolean>((resolve) => {
    server.once("listening", () => resolve(true));
    server.once("error", () => resolve(false));
  });
  server.listen(wanted, "127.0.0.1");
  if (!(await listening)) return freePort(0);
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address && typeof address === "object" ? address.port : 0;
}

/** The cluster has one database of ours, created at the first start, and two logins besides the superuser. */
async function openDatabase(settings: Settings) {
  const { password, logins, port } = settings;
  const urlOf = (name: string, secret: string, database = NAME) =>
    `postgres://${name}:${secret}@127.0.0.1:${port}/${database}`;
  const client = new Client({ connectionString: urlOf(NAME, password, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
    if (!rowCount) await client.query(`create database ${NAME}`);
    await makeLogins(client, logins);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: urlOf(NAME, password),
    servingUrl: urlOf(servingLogin, logins.serving),
    queueUrl: urlOf(queueLogin, logins.queue),
  };
}
