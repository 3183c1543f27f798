import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let path: string;
let size: number;
let etag: string;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  const id = await draft(office);
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const attached = await office.app.request(`/api/v1/agreements/${id}/files`, {
    method: "POST",
    headers: { Authorization: `Bearer ${officer.key}`, "Content-Type": "image/png" },
    body: png,
  });
  expect(attached.status).toBe(201);
  const digest = createHash("sha256").update(png).digest("hex");
  path = `/agreements/${id}/files/${digest}`;
  size = png.length;
  etag = `"${digest}"`;
});
afterAll(() => office.close());

const get = (headers: Record<string, string>, method = "GET") =>
  officer.send(method, path, undefined, headers);

test("a range is answered if the client has the beginning of this very file", async () => {
  const same = await get({ Range: "bytes=0-3", "If-Range": etag });
  expect([same.status, same.headers.get("Content-Range")]).toEqual([206, `bytes 0-3/${size}`]);
});

test.each(['"other"', "W/{etag}", "Sat, 28 Nov 2026 10:00:00 GMT", "*"])(
  "with If-Range: %s the whole file is sent, so that no two files are put together",
  async (condition) => {
    const answer = await get({ Range: "bytes=4-", "If-Range": condition.replace("{etag}", etag) });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, size]);
  },
);

test.each([
  ["bytes=-4", 206],
  ["Bytes=0-0", 206],
  ["bytes=0-0,2-3", 200],
  ["lines=0-1", 200],
  ["bytes=x-y", 200],
  ["bytes=", 200],
  ["bytes=-", 200],
  ["bytes=5-2", 416],
  ["bytes=-0", 416],
  ["bytes=100000-", 416],
  [`bytes=${"9".repeat(400)}-`, 416],
])("Range: %s is answered %i", async (range, status) => {
  const answer = await get({ Range: range });
  expect(answer.status).toBe(status);
  if (status === 416) expect(answer.headers.get("Content-Range")).toBe(`bytes */${size}`);
});

test("a client that has the file is answered 304 before any range", async () => {
  const lists = [etag, `W/${etag}`, `"x", ${etag}`, "*"];
  for (const has of lists)
    expect((await get({ "If-None-Match": has, Range: "bytes=0-1" })).status).toBe(304);
});

test("the digest of the content is that of what is sent, and the file's digest stands beside a part", async () => {
  const whole = await get({});
  const digest = `sha-256=:${createHash("sha256")
    .update(Buffer.from(await whole.arrayBuffer()))
    .digest("base64")}:`;
  expect(whole.headers.get("Content-Digest")).toBe(digest);
  const part = await get({ Range: "bytes=0-3" });
  expect(part.headers.get("Repr-Digest")).toBe(digest);
  expect(part.headers.get("Content-Digest")).toBeNull();
});

test("HEAD says the whole length, whatever range is asked", async () => {
  const head = await get({ Range: "bytes=0-1" }, "HEAD");
  expect([head.status, head.headers.get("Content-Length")]).toEqual([200, String(size)]);
});
