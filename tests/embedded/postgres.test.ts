import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#tests/support/postgres.ts";

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test("words of every script are found and compared", async () => {
  await client.query("create extension pg_trgm");
  const { rows } = await client.query(`select
    similarity('Казахстан', 'Казахстана') as cyrillic,
    to_tsvector('simple', 'اتفاق تعاون') @@ to_tsquery('simple', 'تعاون') as arabic,
    lower('ӘЛЕМ') as kazakh,
    current_setting('server_encoding') as encoding`);
  expect(rows[0].cyrillic).toBeGreaterThan(0.5);
  expect(rows[0]).toMatchObject({ arabic: true, kazakh: "әлем", encoding: "UTF8" });
});
