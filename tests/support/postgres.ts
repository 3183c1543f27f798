import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

/** The text settings that production has. */
const settings = "encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'";

export type TestDatabase = {
  /** A superuser's URL. */
  url: string;
  /** Removes the database, with all that are still connected. */
  drop(): Promise<void>;
};

/**
 * A database on the run's PostgreSQL, empty or a copy of another. Call `drop` in `afterAll`, or leave it to the
 * end of the run.
 */
export async function freshDatabase(template = "template0"): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = inject("postgresUrl");
  return {
    url: await createDatabase(server, name, template),
    drop: () => dropDatabase(name),
  };
}

/** Makes a database on a server; its URL. Files are copied: the default writes each block into the log too. */
export async function createDatabase(
  server: string,
  name: string,
  template = "template0",
): Promise<string> {
  const sql = `create database ${name} template ${template} ${settings} strategy file_copy`;
  await withServer(server, (client) => client.query(sql));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Waits for connections that are just being closed; those left after two seconds are closed. */
export async function dropDatabase(name: string, server = inject("postgresUrl")): Promise<void> {
  const others = `select 1 from pg_stat_activity where datname = '${name}'`;
  await withServer(server, async (client) => {
    for (let look = 0; look < 200; look++) {
      if ((await client.query(others)).rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

/** Does something on one connection to the server. */
async function withServer(server: string, does: (client: Client) => Promise<unknown>) {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await does(client);
  } finally {
    await client.end();
  }
}

/** A copy of a database as it is now, as a restored backup would be. Open connections to it are closed. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  const name = new URL(url).pathname.slice(1);
  const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  await withServer(inject("postgresUrl"), (client) => client.query(end));
  return freshDatabase(name);
}
