import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestHarness } from "wrangler";
import { startEdge } from "#tests/support/edge.ts";
import { type IllDatabase, startIllDatabase } from "#tests/support/edge-database.ts";

let database: IllDatabase;
let edge: TestHarness;

beforeAll(async () => {
  database = await startIllDatabase();
  edge = await startEdge(database.url);
});
afterAll(async () => {
  await edge.close();
  await database.close();
});

test.each([
  ["takes connections and says nothing", "silent"],
  ["has no connection to give", "without-connections"],
  ["stops answering in the middle", "stalled"],
] as const)("a database that %s is a 503 and not a hang", async (_, illness) => {
  database.falls(illness);
  const answers = await Promise.all(["/api/v1/register", "/readyz"].map((at) => edge.fetch(at)));
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:unavailable" });
  }
  expect((await edge.fetch("/healthz")).status).toBe(200);
});

test("a database whose port is closed is a 503 and not a hang", async () => {
  const lost = await startEdge("postgres://nobody:nothing@127.0.0.1:1/nowhere");
  const answer = await lost.fetch("/api/v1/register");
  await lost.close();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:unavailable" });
});
