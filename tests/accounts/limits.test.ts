import { afterAll, beforeAll, expect, test } from "vitest";
import { countRequests } from "#src/count-requests.ts";
import { type Rate, rates } from "#src/limits.ts";
import { browserOf } from "#tests/support/browser.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startRedis } from "#tests/support/redis-server.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function takeAll(limits: ReturnType<typeof countRequests>, rate: Rate, key: string) {
  for (let i = 0; i < rates[rate].times; i++) expect(await limits.take(rate, key)).toBeNull();
}

test("no more letters with codes go to one address than are good for it", async () => {
  office.ctx.limits = countRequests(null);
  const { email } = office.as("archivist").person;
  const browser = browserOf(office);
  for (let i = 0; i < rates.codes.times; i++) {
    expect((await browser.send("POST", "/session/codes", { email })).status).toBe(202);
  }
  const refused = await browser.send("POST", "/session/codes", { email: email.toUpperCase() });
  expect(refused.status).toBe(429);
  const wait = Number(refused.headers.get("Retry-After"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(rates.codes.seconds);
});

test("one address tries neither codes nor keys without end", async () => {
  office.ctx.limits = countRequests(null);
  const browser = browserOf(office);
  const tries = async (bearer: string) =>
    (await browser.send("GET", "/session", undefined, { Authorization: `Bearer ${bearer}` }))
      .status;
  for (let i = 0; i < rates.attempts.times; i++) expect(await tries(`key-${i}`)).toBe(401);
  expect(await tries("one-more")).toBe(429);
  const code = { id: crypto.randomUUID(), code: "1234 5678" };
  expect((await browser.tries("POST", "/session", { code }))[0]).toBe(429);
  expect((await office.as("archivist").send("GET", "/session")).status).toBe(200);
});

test("an account that asks too often waits, and the others do not", async () => {
  office.ctx.limits = countRequests(null);
  const busy = office.as("legal-officer");
  for (let i = 0; i < rates.requests.times; i++) {
    const answer = await busy.send("GET", "/session");
    if (answer.status !== 200) throw new Error(`${i}: ${answer.status}`);
  }
  const refused = await busy.send("GET", "/session");
  expect([refused.status, refused.headers.has("Retry-After")]).toEqual([429, true]);
  expect((await office.as("archivist").send("GET", "/session")).status).toBe(200);
});

test("two processes with one Redis count together, and go on counting when it dies", async () => {
  const redis = await startRedis();
  const [one, other] = [countRequests(redis.url), countRequests(redis.url)];
  try {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await takeAll(one, "codes", "a@b.example");
    expect(await other.take("codes", "a@b.example")).toBeGreaterThan(0);
    expect(await other.take("codes", "c@d.example")).toBeNull();
    await redis.stop();
    await takeAll(one, "codes", "e@f.example");
    expect(await one.take("codes", "e@f.example")).toBeGreaterThan(0);
  } finally {
    one.close();
    other.close();
  }
});
