import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { objectsInFolder } from "#src/archive/objects-folder.ts";
import { openPool, watchLimits } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { service } from "#src/db/principal.ts";
import { principalMacOf } from "#src/db/principal-mac.ts";
import { noteAuthority, noteStore } from "#src/health/noted-parts.ts";
import { openWatch } from "#src/health/watch.ts";
import { countRequests } from "#src/limits/count.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { type Lines, openLines } from "#tests/support/lines.ts";
import { servingUrl } from "#tests/support/logins.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { startProxy } from "#tests/support/proxy.ts";
import { freshRedis } from "#tests/support/redis.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const told = ({ all }: Lines) => all.map(({ event, part }) => `${event} ${part}`);

test("a database that goes away leaves a line without a single request, and one when it is back", async () => {
  const lines = openLines();
  const proxy = await startProxy(servingUrl(office.url));
  const pool = openPool(proxy.url, { max: 1, connectMs: 2000 }, watchLimits);
  const { sign } = principalMacOf(servingUrl(office.url));
  const watch = openWatch({
    db: openPrincipals(pool, { sign })(service),
    log: office.log,
    now: () => new Date(),
    say: () => {},
    outages: lines.observe.outages,
  });
  onTestFinished(async () => {
    watch.stop();
    await pool.end();
    await proxy.close();
  });
  await watch.start();
  expect(told(lines)).toEqual([]);
  proxy.cut();
  await expect.poll(() => told(lines), { timeout: 30_000 }).toEqual(["outage-began database"]);
  expect(lines.all[0]?.error).toMatch(/\n\s+at /);
  proxy.mend();
  await expect
    .poll(() => told(lines), { timeout: 30_000 })
    .toEqual(["outage-began database", "outage-over database"]);
});

test("so does a Redis that counts requests, which go on being counted", async () => {
  const lines = openLines();
  const redis = await freshRedis();
  const proxy = await startProxy(redis.url);
  const { outages } = lines.observe;
  const limits = countRequests(proxy.url, {
    failed: (error) => outages.failed("limits", error),
    well: () => outages.well("limits"),
  });
  onTestFinished(async () => {
    limits.close();
    await proxy.close();
  });
  await expect.poll(async () => (await limits.take("requests", "x"))?.refused).toBe(false);
  const before = lines.all.length;
  proxy.cut();
  await expect
    .poll(() => told(lines).slice(before), { timeout: 30_000 })
    .toEqual(["outage-began limits"]);
  expect((await limits.take("requests", "x"))?.refused).toBe(false);
  proxy.mend();
  await expect.poll(() => told(lines).at(-1), { timeout: 30_000 }).toBe("outage-over limits");
});

test("so does a store that is not there, and bytes that have changed are no outage", async () => {
  const lines = openLines();
  const folder = join(office.folder, "a-store");
  const store = noteStore(objectsInFolder(folder), lines.observe.outages);
  const digest = await store.put(new TextEncoder().encode("A text."));
  await rename(folder, `${folder}-moved`);
  await writeFile(folder, "No folder.");
  for (let times = 0; times < 5; times++) {
    await expect(store.put(new Uint8Array([times]))).rejects.toThrow();
  }
  expect(told(lines)).toEqual(["outage-began store"]);
  await rename(folder, `${folder}-file`);
  await rename(`${folder}-moved`, folder);
  expect(await store.get(digest)).not.toBeNull();
  expect(told(lines)).toEqual(["outage-began store", "outage-over store"]);
});

test("so does a timestamp authority", async () => {
  const lines = openLines();
  const url = "http://127.0.0.1:9/tsr";
  const timestamps = askAuthority({ url, trust: [], now: () => new Date() });
  const noted = noteAuthority({ ...office.timestamping, timestamps }, lines.observe.outages);
  await expect(noted.timestamps?.stamp(new Uint8Array(4))).rejects.toThrow();
  await expect(noted.timestamps?.stamp(new Uint8Array(4))).rejects.toThrow();
  expect(told(lines)).toEqual(["outage-began timestamps"]);
});
