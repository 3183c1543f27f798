import { sql } from "kysely";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner, type Principal, service } from "#src/db/principal.ts";
import { databaseRefusal } from "#src/http/api/database-refusal.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function onePool(change: Partial<Parameters<typeof openPool>[2]> = {}): Pool {
  const limits = { statementMs: 20_000, lockMs: 20_000, idleMs: 20_000, ...change };
  const pool = openPool(database.url, { max: 1 }, limits);
  onTestFinished(() => pool.end());
  return pool;
}

test("a statement, a lock and an idle transaction have their limits, and each is said as what passes", async () => {
  const as = openPrincipals(onePool({ statementMs: 300 }));
  const slow = await sql`SELECT pg_sleep(30)`.execute(as(owner)).catch((error) => error);
  expect([slow.code, databaseRefusal(slow)?.code]).toEqual(["57014", "unavailable"]);

  await sql`CREATE TABLE kept (n int)`.execute(openPrincipals(onePool())(owner));
  const holder = openPrincipals(onePool());
  const waiter = openPrincipals(onePool({ lockMs: 300 }));
  await holder(owner)
    .transaction()
    .execute(async (tx) => {
      await sql`LOCK TABLE kept`.execute(tx);
      const wait = await sql`SELECT FROM kept`.execute(waiter(owner)).catch((error) => error);
      expect([wait.code, databaseRefusal(wait)?.code]).toEqual(["55P03", "busy"]);
    });

  const idle = openPrincipals(onePool({ idleMs: 200 }))(owner);
  const left = await idle
    .transaction()
    .execute(async (tx) => {
      await sql`INSERT INTO kept VALUES (1)`.execute(tx);
      await expect
        .poll(async () => {
          const open = sql`SELECT FROM pg_stat_activity WHERE datname = current_database()
            AND state = 'idle in transaction'`;
          return (await open.execute(holder(owner))).rows.length;
        })
        .toBe(0);
      await sql`INSERT INTO kept VALUES (2)`.execute(tx);
    })
    .catch((error) => error);
  expect(databaseRefusal(left)?.code).toBe("unavailable");
  const { rows } = await sql`SELECT n FROM kept`.execute(holder(owner));
  expect(rows).toEqual([]);
});

test.each([
  ["55P03", "busy"],
  ["40P01", "busy"],
  ["40001", "busy"],
  ["57014", "unavailable"],
  ["57P01", "unavailable"],
  ["57P02", "unavailable"],
  ["57P03", "unavailable"],
  ["25P03", "unavailable"],
  ["25006", "unavailable"],
  ["53100", "unavailable"],
  ["53300", "unavailable"],
  ["08006", "unavailable"],
  ["23505", undefined],
  ["42P01", undefined],
])("PostgreSQL's %s is said as %s", (code, said) => {
  const refusal = databaseRefusal(Object.assign(new Error("said by PostgreSQL"), { code }));
  expect(refusal?.code).toBe(said);
  if (refusal) expect(refusal.extra.retryAfter).toBe(2);
});

/** Settings that PostgreSQL refuses, as it may refuse any when a limit ends the statement that sets them. */
const refused = { role: "nobody_of_this_name", roles: [], party: null } as unknown as Principal;

test("a connection whose settings failed does nothing as the person who had it before, and is not used again", async () => {
  const as = openPrincipals(onePool());
  const backend = async () =>
    (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(as(owner))).rows[0]?.pid;
  await sql`CREATE TABLE written (n int)`.execute(as(owner));
  const first = await backend();
  for (const write of [
    sql`INSERT INTO written VALUES (1)`,
    sql`WITH n AS (SELECT 1) INSERT INTO written SELECT * FROM n`,
    sql`DELETE FROM written`,
  ]) {
    await expect(write.execute(as(refused))).rejects.toThrow(/nobody_of_this_name/);
  }
  const inOne = as(refused)
    .transaction()
    .execute((tx) => sql`INSERT INTO written VALUES (2)`.execute(tx));
  await expect(inOne).rejects.toThrow(/nobody_of_this_name/);
  await expect(sql`SELECT 1`.execute(as(refused))).rejects.toThrow(/nobody_of_this_name/);
  expect((await sql`SELECT n FROM written`.execute(as(owner))).rows).toEqual([]);
  expect(await backend()).not.toBe(first);
});

test("a stopped backend costs one answer of 503 and no request without end", async () => {
  const office: Office = await openOffice({ max: 1, limits: { statementMs: 3000, lockMs: 500 } });
  onTestFinished(() => office.close());
  const officer = office.as("legal-officer");
  expect((await officer.send("GET", "/agreements")).status).toBe(200);
  const find = sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`;
  const { rows } = await find.execute(office.ctx.as(service));
  const pid = rows[0]?.pid ?? 0;
  process.kill(pid, "SIGSTOP");
  onTestFinished(() => void process.kill(pid, "SIGCONT"));
  const stopped = await officer.send("GET", "/agreements");
  expect([stopped.status, stopped.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(await stopped.json()).toMatchObject({
    type: "urn:depositary:problem:unavailable",
    detail: "The database took too long to answer. Try again.",
  });
  const next = await officer.send("GET", "/agreements");
  expect([next.status, await next.json()]).toMatchObject([200, {}]);
});
