import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLines } from "#tests/support/lines.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";
import { openSocket, type Sent, type Socket } from "#tests/support/socket.ts";
import { breach, type Operation, operations } from "./contract.ts";

let office: Office;
let socket: Socket;
let agreement: string;
const lines = openLines();

beforeAll(async () => {
  office = await openOffice();
  office.ctx.log = lines.log;
  socket = await openSocket(office.app);
  agreement = await draft(office);
});
afterAll(async () => {
  socket.close();
  await office.close();
});

const writing = operations.filter(({ method }) => method !== "GET");
const gzip = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const json = { "Content-Type": "application/json" };
const form = { "Content-Type": "multipart/form-data; boundary=x" };

type Variant = Pick<Sent, "headers" | "body">;

/** What goes wrong with a body before anything of its content is looked at. */
const variants: Record<string, Variant> = {
  "no body at all": {},
  "no body, said to be JSON": { headers: json },
  "an empty body": { headers: { ...json, "Content-Length": "0" }, body: "" },
  "an empty body in chunks": { headers: { ...json, "Transfer-Encoding": "chunked" }, body: "" },
  "a body without a media type": { body: "{" },
  "a media type that is none": { headers: { "Content-Type": "///;;=" }, body: "{" },
  "another media type": { headers: { "Content-Type": "application/xml" }, body: "<a/>" },
  "a form": { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "a=1&a=2" },
  "a form in parts": {
    headers: form,
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
  },
  "a form in parts that breaks off": { headers: form, body: "--x\r\nContent-Dispo" },
  "JSON where a text is wanted, or the reverse": {
    headers: { "Content-Type": "text/plain" },
    body: "{}",
  },
  "JSON in UTF-16": { headers: { "Content-Type": "application/json; charset=utf-16" }, body: "{}" },
  "a charset that nobody knows": {
    headers: { "Content-Type": "application/json; charset=klingon" },
    body: "{}",
  },
  "bytes that are not UTF-8": { headers: json, body: Uint8Array.from([0x7b, 0xff, 0x7d]) },
  "a compressed body": { headers: { ...json, "Content-Encoding": "gzip" }, body: gzip },
  "an encoding that nobody knows": {
    headers: { ...json, "Content-Encoding": "x-own, br" },
    body: "{}",
  },
};

const filled = ({ path }: Operation) =>
  `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    name === "language" ? "en" : name === "digest" ? "0".repeat(64) : agreement,
  )}`;

describe.each(Object.entries(variants))("%s", (_, variant) => {
  test.each(["anyone", "officer"])(
    "sent by %s is refused on every route, and is no fault",
    async (who) => {
      const key = who === "officer" ? office.as("legal-officer").key : null;
      const found: string[] = [];
      for (const operation of writing) {
        const { method, name, body } = operation;
        const headers = { ...variant.headers, ...(key && { Authorization: `Bearer ${key}` }) };
        const answer = await socket.send({
          ...variant,
          method,
          path: filled(operation),
          headers: { ...headers, "If-Match": '"1"' },
        });
        const { status } = answer;
        const broken = await breach(operation, answer, []);
        const taken = body.length > 0 ? [400, 415] : [];
        const wanted = key || status !== 401 ? taken : [401];
        if (broken) found.push(`${name}: ${broken}`);
        else if (wanted.length > 0 && !wanted.includes(status)) found.push(`${name}: ${status}`);
      }
      expect(found).toEqual([]);
      expect(lines.of("request-failed")).toEqual([]);
    },
  );
});

test("a body that is longer than allowed is 413 and closes, and the next request is answered", async () => {
  const headers = { Authorization: `Bearer ${office.as("legal-officer").key}` };
  const large = "x".repeat(3_000_000);
  for (const type of ["application/json", "text/markdown"]) {
    const path = type.endsWith("json") ? "/agreements" : `/agreements/${agreement}/texts/en`;
    const method = type.endsWith("json") ? "POST" : "PUT";
    for (const length of [true, false]) {
      const answer = await socket.send({
        method,
        path: `/api/v1${path}`,
        headers: {
          ...headers,
          "Content-Type": type,
          ...(length ? { "Content-Length": "3000000" } : { "Transfer-Encoding": "chunked" }),
        },
        body: large,
      });
      expect([answer.status, answer.headers.get("Connection")]).toEqual([413, "close"]);
      const next = await socket.send({ method: "GET", path: "/api/v1/session", headers });
      expect(next.status).toBe(200);
    }
  }
});

test("a long body that is refused unread closes too", async () => {
  for (const headers of [{ "Content-Type": "application/pdf" }, { "Content-Encoding": "gzip" }]) {
    const answer = await socket.send({
      method: "POST",
      path: "/api/v1/agreements",
      headers: { ...headers, "Content-Length": "3000000" } as Record<string, string>,
      body: "x".repeat(3_000_000),
    });
    expect([answer.status, answer.headers.get("Connection")]).toEqual([401, "close"]);
    const next = await socket.send({ method: "GET", path: "/api/v1/service" });
    expect(next.status).toBe(200);
  }
});

test.each([
  ["a length that is no number", "Content-Length: many\r\n\r\n{}"],
  ["two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"],
  [
    "a length and chunks",
    "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
  ],
  ["a chunk that is none", "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"],
])("%s is 400 as a problem, and ends the connection", async (_, rest) => {
  const head = "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  const answer = await socket.raw(head + rest);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain("application/problem+json");
  expect(answer).toContain('"type":"urn:depositary:problem:malformed-request"');
});
