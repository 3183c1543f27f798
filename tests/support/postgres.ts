import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export type TestDatabase = {
  /** A superuser's URL; the database is empty. */
  url: string;
  /** Removes the database, with whoever is still connected. */
  drop(): Promise<void>;
};

/**
 * An empty database on the run's PostgreSQL, with the text settings that production has. Call `drop`
 * in `afterAll`, or leave it to the end of the run.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(
    `create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`,
  );
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** Waits for connections that are just being closed; whoever is left after two seconds is put out. */
async function dropDatabase(name: string): Promise<void> {
  for (let look = 0; look < 40; look++) {
    const open = await onServer(`select 1 from pg_stat_activity where datname = '${name}'`);
    if (open === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await onServer(`drop database if exists ${name} with (force)`);
}

/** Runs a statement on the server; how many rows it gave. */
async function onServer(sql: string): Promise<number> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
