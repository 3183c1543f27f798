import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "#tests/http/fuzz/contract.ts";
import { type EdgeOffice, openEdgeOffice } from "#tests/support/edge.ts";
import { draft } from "#tests/support/scenario.ts";

let at: EdgeOffice;
let agreement: string;
beforeAll(async () => {
  at = await openEdgeOffice();
  agreement = await draft(at.office, { languages: ["ru"], title: { ru: "Меморандум" } });
});
afterAll(() => at.close());

const writing = operations.filter(({ method, body }) => method !== "GET" && body.length > 0);

test.each([
  ["no body", {}],
  ["another media type", { headers: { "Content-Type": "application/xml" }, body: "<a/>" }],
  ["a compressed body", { headers: { "Content-Encoding": "gzip" }, body: "x" }],
])("%s is refused on every route that takes one, as on Node", async (_, sent) => {
  const { key } = at.office.as("legal-officer");
  const found: string[] = [];
  for (const { name, method, path } of writing) {
    const to = path.replaceAll(/\{(\w+)\}/g, (_, part) => (part === "language" ? "en" : agreement));
    const headers = { ...("headers" in sent && sent.headers), Authorization: `Bearer ${key}` };
    const answer = await at.edge.fetch(`/api/v1${to}`, { ...sent, method, headers } as never);
    const { status } = answer;
    const type = answer.headers.get("Content-Type");
    if (![400, 415].includes(status) || type !== "application/problem+json") {
      found.push(`${name}: ${status} ${type}`);
    }
    await answer.text();
  }
  expect(found).toEqual([]);
});

test("texts are read strictly there too, in any charset that can be", async () => {
  const { key } = at.office.as("legal-officer");
  const put = async (bytes: Uint8Array, type: string) => {
    const seen = await at.as("legal-officer").send("GET", `/agreements/${agreement}`);
    return at.edge.fetch(`/api/v1/agreements/${agreement}/texts/ru`, {
      method: "PUT",
      headers: {
        Authorization: `Bearer ${key}`,
        "Content-Type": type,
        "If-Match": seen.headers.get("ETag") ?? "",
      },
      body: bytes,
    } as never);
  };
  const utf8 = new TextEncoder().encode("# А\n\n## Б\n\n");
  const spoilt = await put(Uint8Array.from([...utf8, 0xff]), "text/markdown");
  expect([spoilt.status, await spoilt.json()]).toMatchObject([
    400,
    {
      type: "urn:depositary:problem:undecodable-text",
      errors: [{ line: 5, column: 1, offset: utf8.length }],
    },
  ]);
  const cyrillic = Uint8Array.from([
    0x23, 0x20, 0xcc, 10, 10, 0x23, 0x23, 0x20, 0xcf, 10, 10, 0xd1,
  ]);
  expect((await put(cyrillic, "text/markdown; charset=windows-1251")).status).toBe(200);
  const stored = await at.as("legal-officer").send("GET", `/agreements/${agreement}/texts/ru`);
  expect(await stored.text()).toBe("# М\n\n## П\n\nС");
  expect((await put(cyrillic, "text/markdown; charset=klingon")).status).toBe(415);
});

test("a key that comes twice, a wrong method and an unknown address are answered as on Node", async () => {
  const twice = await at.anyone.send("POST", "/session", '{"key": "a", "key": "b"}');
  expect([twice.status, await twice.json()]).toMatchObject([
    400,
    { type: "urn:depositary:problem:duplicate-key" },
  ]);
  const wrong = await at.anyone.send("PUT", "/register");
  expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect((await at.anyone.send("GET", "/nothing")).status).toBe(404);
});
