import { randomUUID } from "node:crypto";
import { Client, Pool } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { askerOf, checkIsolation, owner, service } from "#src/asker.ts";
import { migrate } from "#src/migrate.ts";
import { seedParties } from "#src/parties/seed.ts";
import { openAskers } from "#src/prepared.ts";

const name = `plain_${randomUUID().replaceAll("-", "")}`;
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test("an office's own database, whose owner is no superuser, keeps parties apart too", async () => {
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  closing.push(() => admin.end());
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'plain' CREATEROLE`);
  closing.push(() => admin.query(`DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`));
  // The roles are the whole server's: where another database has made them, its owner hands them on.
  for (const role of ["depositary_api", "depositary_public"]) {
    const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    if (rowCount) await admin.query(`GRANT ${role} TO ${name}`);
  }
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  closing.push(() => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(inject("postgresUrl"));
  Object.assign(url, { username: name, password: "plain", pathname: `/${name}` });
  const pool = new Pool({ connectionString: url.href, max: 2, pipeline: true });
  pool.on("error", () => {});
  closing.push(() => pool.end());
  const as = openAskers(pool);
  await migrate(as(owner));
  await seedParties(as(owner));
  await checkIsolation(as(service));
  expect(await migrate(as(owner))).toEqual([]);
  const parties = await as(askerOf(null)).selectFrom("parties").select("code").execute();
  expect(parties.length).toBeGreaterThan(30);
  expect(await as(askerOf(null)).selectFrom("agreements").select("id").execute()).toEqual([]);
});
