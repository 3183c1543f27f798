import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "#src/http/listen.ts";
import { operations } from "#tests/http/fuzz/contract.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let agreement: string;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  agreement = await draft(office);
  await circulate(office, agreement);
});
afterAll(() => office.close());

test.each([
  "/agreements/{id}/texts/en",
  "/agreements/{id}/comments",
  "/agreements/{id}",
  "/parties",
])("over a socket too GET %s gives a tag, and then 304", async (pattern) => {
  const listener = await listen((request) => office.app.fetch(request), {
    host: "127.0.0.1",
    port: 0,
  });
  const url = `http://127.0.0.1:${listener.port}/api/v1${pattern.replace("{id}", agreement)}`;
  const get = (more: Record<string, string> = {}) =>
    fetch(url, { headers: { Authorization: `Bearer ${officer.key}`, ...more } });
  const first = await get();
  const etag = first.headers.get("ETag") ?? "";
  expect([first.status, etag]).toEqual([200, expect.stringMatching(/^"[^"]*[0-9a-f]{32}"$/)]);
  const again = await get({ "If-None-Match": etag });
  await listener.close();
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

/** Lists, texts and descriptions that can be read at this point, by path, and by whom. */
const readable: [string, "officer" | "secretary" | "anyone"][] = [
  ["/agreements", "officer"],
  ["/agreements/counts", "officer"],
  ["/agreements/{id}", "officer"],
  ["/agreements/{id}/texts/en", "officer"],
  ["/agreements/{id}/versions", "officer"],
  ["/agreements/{id}/versions/1", "officer"],
  ["/agreements/{id}/source", "officer"],
  ["/agreements/{id}/comments", "officer"],
  ["/agreements/{id}/answers", "officer"],
  ["/agreements/{id}/participation", "officer"],
  ["/agreements/{id}/checks", "officer"],
  ["/parties", "officer"],
  ["/templates", "officer"],
  ["/people", "officer"],
  ["/waiting", "officer"],
  ["/forms", "officer"],
  ["/ceremonies", "officer"],
  ["/filters", "officer"],
  ["/session", "officer"],
  ["/jobs", "secretary"],
  ["/register", "anyone"],
  ["/register/statistics", "anyone"],
  ["/service", "anyone"],
];

const as = (who: string) =>
  who === "anyone" ? office.anyone : who === "secretary" ? office.as("secretariat") : officer;

describe.each(readable)("GET %s", (pattern, who) => {
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    as(who).send(method, pattern.replace("{id}", agreement), undefined, headers);

  test("gives a tag, and 304 without a body to a client that has it", async () => {
    const first = await get();
    const etag = first.headers.get("ETag") ?? "";
    expect([first.status, etag]).toEqual([200, expect.stringMatching(/^"[^"]+"$/)]);
    for (const has of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get({ "If-None-Match": has });
      expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([
        304,
        "",
        etag,
      ]);
      expect(again.headers.get("Cache-Control")).toBe(first.headers.get("Cache-Control"));
    }
    expect((await get({ "If-None-Match": '"other"' })).status).toBe(200);
  });

  test("answers HEAD as GET, without the body", async () => {
    const [read, head] = [await get(), await get({}, "HEAD")];
    const headers = ["ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary"];
    for (const name of headers) expect(head.headers.get(name)).toBe(read.headers.get(name));
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("says who may keep it", async () => {
    const { headers } = await get();
    const kept = headers.get("Cache-Control") ?? "";
    if (pattern.startsWith("/register")) expect(kept).toMatch(/^public, max-age=\d+$/);
    // What a session reads no browser writes down (ADR 0098).
    else expect(kept).toBe(who === "anyone" ? "private, no-cache" : "no-store");
    if (!kept.startsWith("public")) expect(headers.get("Vary")).toContain("Authorization, Cookie");
  });
});

test("what a client has is no longer what there is once something has changed, also beside the version", async () => {
  const path = `/agreements/${agreement}`;
  const first = await officer.send("GET", path);
  const etag = first.headers.get("ETag") ?? "";
  const { textVersion, version } = (await first.json()) as { textVersion: number; version: number };
  expect(etag.startsWith(`"${version}-`)).toBe(true);
  await officer.send("PUT", `${path}/reading`, { textVersion });
  const read = await officer.send("GET", path, undefined, { "If-None-Match": etag });
  expect(read.status).toBe(200);
  const now = read.headers.get("ETag") ?? "";
  await office.as("representative", "KZ").act(agreement, "change-requests", { reason: "Why?" });
  expect((await officer.send("GET", path, undefined, { "If-None-Match": now })).status).toBe(200);
});

test("the tag of an agreement is a version for If-Match, whole or by its number", async () => {
  const id = await draft(office);
  const patch = (seen: string) =>
    officer.send("PATCH", `/agreements/${id}`, { goals: [16] }, { "If-Match": seen });
  const etag = (await officer.send("GET", `/agreements/${id}`)).headers.get("ETag") ?? "";
  expect((await patch(etag)).status).toBe(200);
  expect((await patch(etag)).status).toBe(412);
  expect((await patch('"2"')).status).toBe(200);
  expect((await patch('"3-x"')).status).toBe(400);
});

test("a tag opens nothing: a reader who may not see it is refused before it is compared", async () => {
  const path = `/agreements/${agreement}`;
  const has = { "If-None-Match": "*" };
  const stranger = office.as("representative", "US");
  expect((await office.anyone.send("GET", path, undefined, has)).status).toBe(401);
  expect((await stranger.send("GET", path, undefined, has)).status).toBe(404);
});

test("another person is never answered with what the first one has", async () => {
  const path = `/agreements/${agreement}`;
  const etag = (await officer.send("GET", path)).headers.get("ETag") ?? "";
  const other = await office
    .as("representative", "AE")
    .send("GET", path, undefined, { "If-None-Match": etag });
  expect(other.status).toBe(200);
});

test("the contract says that each of them can be unchanged", () => {
  const silent = operations
    .filter(({ method, responses }) => method === "GET" && responses["200"]?.content)
    .filter(({ responses }) => !responses["304"])
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});

test("the contract itself may be kept by anyone and is asked for by its tag", async () => {
  const first = await office.app.request("/openapi.json");
  const etag = first.headers.get("ETag") ?? "";
  expect(first.headers.get("Cache-Control")).toMatch(/^public, max-age=\d+$/);
  const again = await office.app.request("/openapi.json", { headers: { "If-None-Match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("no refusal and no answer to an act is kept", async () => {
  const refused = await officer.send("GET", "/agreements/x");
  const made = await officer.send("POST", "/previews", {});
  expect([refused, made].map(({ headers }) => headers.get("Cache-Control"))).toEqual([
    "no-store",
    "no-store",
  ]);
});
