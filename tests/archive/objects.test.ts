import { chmodSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import type { ObjectStore } from "#src/archive/objects.ts";
import { objectsInFolder } from "#src/archive/objects-folder.ts";
import { openObjects } from "#src/archive/objects-open.ts";
import { objectsInR2, type R2Bucket } from "#src/archive/objects-r2.ts";
import { objectsInS3 } from "#src/archive/objects-s3.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { type S3Server, startS3 } from "./s3-server.ts";

const folder = freshFolder();
let s3: S3Server;
let edge: Awaited<ReturnType<typeof getPlatformProxy<{ OBJECTS: R2Bucket & Bucket }>>>;
type Bucket = { put(key: string, value: string): Promise<unknown> };

beforeAll(async () => {
  s3 = await startS3();
  const configPath = join(folder.path, "wrangler.toml");
  writeFileSync(
    configPath,
    'name = "t"\ncompatibility_date = "2026-11-17"\nsend_metrics = false\n[[r2_buckets]]\nbinding = "OBJECTS"\nbucket_name = "objects"\n',
  );
  edge = await getPlatformProxy({ configPath, persist: false });
});
afterAll(async () => {
  await s3.close();
  await edge.dispose();
  folder.remove();
});

type Place = {
  name: string;
  open(): ObjectStore;
  /** Changes the stored bytes behind the store's back. */
  tamper(digest: string): unknown;
};

const inFolder = join(folder.path, "les objets");
const places: Place[] = [
  {
    name: "a folder",
    open: () => objectsInFolder(inFolder),
    tamper: (digest) => {
      const file = join(inFolder, digest.slice(0, 2), digest.slice(2));
      chmodSync(file, 0o600);
      writeFileSync(file, "tampered");
    },
  },
  {
    name: "S3",
    open: () => objectsInS3(s3.url),
    tamper: (digest) => s3.objects.set(`/bucket/${digest}`, Buffer.from("tampered")),
  },
  {
    name: "R2",
    open: () => objectsInR2(edge.env.OBJECTS),
    tamper: (digest) => edge.env.OBJECTS.put(digest, "tampered"),
  },
];

let count = 0;
const fresh = () => new TextEncoder().encode(`object ${++count} соглашение`);

describe.each(places)("in $name", ({ open, tamper }) => {
  test("bytes are kept under their sha-256 and come back the same", async () => {
    const bytes = new Uint8Array(3_000_000).map((_, i) => (i * 7 + ++count) % 256);
    const digest = await open().put(bytes);
    expect(digest).toBe(await sha256(bytes));
    expect(await open().has(digest)).toBe(true);
    const read = await open().get(digest);
    expect(read?.constructor).toBe(Uint8Array);
    expect(Buffer.compare(read as Uint8Array, bytes)).toBe(0);
  });

  test("the empty object is an object", async () => {
    const digest = await open().put(new Uint8Array());
    expect(await open().get(digest)).toEqual(new Uint8Array());
  });

  test("the same bytes put again, and many times at once, are one object", async () => {
    const bytes = fresh();
    const digests = await Promise.all(Array.from({ length: 20 }, () => open().put(bytes)));
    expect(new Set([...digests, await open().put(bytes)]).size).toBe(1);
    expect(await open().get(digests[0] as string)).toEqual(bytes);
  });

  test("what was never put is not there", async () => {
    const digest = await sha256(fresh());
    expect(await open().get(digest)).toBeNull();
    expect(await open().has(digest)).toBe(false);
  });

  test.each(["", "abc", "../../etc/passwd", "A".repeat(64), `${"a".repeat(64)}\n`])(
    "%j is no digest, and nothing is there",
    async (name) => {
      expect(await open().get(name)).toBeNull();
      expect(await open().has(name)).toBe(false);
    },
  );

  test("bytes that were changed in the store are not handed out", async () => {
    const digest = await open().put(fresh());
    await tamper(digest);
    await expect(open().get(digest)).rejects.toMatchObject({ code: "integrity-error" });
  });

  test("a changed object is healed by putting the same bytes again, as sealing again does", async () => {
    const bytes = fresh();
    const digest = await open().put(bytes);
    await tamper(digest);
    expect(await open().put(bytes)).toBe(digest);
    expect(await open().get(digest)).toEqual(bytes);
  });

  test("what is attached lies apart: deleting it leaves the office's own file of the same bytes", async () => {
    const bytes = fresh();
    const digest = await open().put(bytes);
    expect(await open().attached.has(digest)).toBe(false);
    expect(await open().attached.put(bytes)).toBe(digest);
    expect(await open().attached.get(digest)).toEqual(bytes);
    await open().attached.remove(digest);
    expect(await open().attached.get(digest)).toBeNull();
    await open().attached.remove(digest);
    expect(await open().get(digest)).toEqual(bytes);
    expect(await open().attached.put(bytes)).toBe(digest);
    expect(await open().attached.get(digest)).toEqual(bytes);
  });
});

/** The caller learns that the store is out of reach, the log why. */
const outOfReach = (why: RegExp) => ({
  code: "unavailable",
  cause: { message: expect.stringMatching(why) },
});

test("what killed writes left in a folder goes after a day, and nothing else does", async () => {
  const path = join(folder.path, "killed");
  const store = objectsInFolder(path);
  const bytes = fresh();
  const digests = [await store.put(bytes), await store.attached.put(bytes)];
  const drafts = ["draft-old", "draft-new"].map((name) => join(path, name));
  for (const draft of drafts) writeFileSync(draft, "half an obj");
  const hour = 3_600_000;
  const [old = ""] = drafts;
  utimesSync(old, new Date(), new Date(Date.now() - 25 * hour));
  const dayAgo = new Date(Date.now() - 24 * hour);
  expect(await store.sweepDrafts(dayAgo)).toBe(1);
  expect(await store.sweepDrafts(dayAgo)).toBe(0);
  expect(drafts.map(existsSync)).toEqual([false, true]);
  expect(await store.get(digests[0] as string)).toEqual(bytes);
  expect(await store.attached.get(digests[1] as string)).toEqual(bytes);
});

test("a folder holds nothing but whole, read-only objects", async () => {
  const path = join(folder.path, "whole");
  const store = objectsInFolder(path);
  const digests = await Promise.all([1, 2, 3].map(() => store.put(fresh())));
  expect(readdirSync(path).sort()).toEqual(digests.map((digest) => digest.slice(0, 2)).sort());
  for (const digest of digests) {
    const { mode } = statSync(join(path, digest.slice(0, 2), digest.slice(2)));
    expect(mode & 0o777).toBe(0o400);
  }
});

test("an overloaded S3 is asked again, and a failing one is reported", async () => {
  const bytes = fresh();
  s3.troubles.push(503, 429);
  const digest = await objectsInS3(s3.url).put(bytes);
  s3.troubles.push(500);
  expect(await objectsInS3(s3.url).get(digest)).toEqual(bytes);
  const wrongKey = objectsInS3(s3.url.replace("AKIDTEST:a", "AKIDTEST:b"));
  await expect(wrongKey.put(fresh())).rejects.toMatchObject(
    outOfReach(/403.*SignatureDoesNotMatch/),
  );
  await expect(wrongKey.get(digest)).rejects.toMatchObject(outOfReach(/403/));
  await expect(wrongKey.has(digest)).rejects.toMatchObject(outOfReach(/403/));
});

test("S3's 409 to a put is well where the object is there, and a fault where it is not", async () => {
  const bytes = fresh();
  const store = objectsInS3(s3.url);
  s3.troubles.push(409);
  await expect(store.put(bytes)).rejects.toMatchObject(outOfReach(/409/));
  await store.put(bytes);
  s3.troubles.push(409);
  expect(await store.put(bytes)).toBe(await sha256(bytes));
});

test("the settings choose the store", async () => {
  const bytes = fresh();
  const dataDir = join(folder.path, "data");
  const other = join(folder.path, "ein anderer Ordner");
  const digest = await openObjects({ objectsUrl: null, dataDir }).put(bytes);
  expect(await objectsInFolder(join(dataDir, "objects")).has(digest)).toBe(true);
  await openObjects({ objectsUrl: pathToFileURL(other).href, dataDir }).put(bytes);
  expect(await objectsInFolder(other).has(digest)).toBe(true);
  await openObjects({ objectsUrl: s3.url, dataDir }).put(bytes);
  expect(s3.objects.has(`/bucket/${digest}`)).toBe(true);
});
