import { connect, createServer } from "node:net";
import { text } from "node:stream/consumers";
import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { ConfigError } from "#src/config/env.ts";
import { type Listener, listen, urlOf } from "#src/http/listen.ts";

const { fetch: answer } = new Hono().get("/", (c) => c.text("here"));
let opened: Listener | null = null;
afterEach(() => opened?.close());

test.each(["127.0.0.1", "[::1]", "localhost"])(
  "a service on localhost answers at %s, with one port for all",
  async (name) => {
    opened = await listen(answer, { host: "localhost", port: 0 });
    const heard = await fetch(`http://${name}:${opened.port}/`);
    expect(await heard.text()).toBe("here");
  },
);

test("an address in numbers is that address alone", async () => {
  opened = await listen(answer, { host: "127.0.0.1", port: 0 });
  await expect(fetch(`http://[::1]:${opened.port}/`)).rejects.toThrow();
});

test.each([
  ["a Host that is none", "GET / HTTP/1.1\r\nHost: a b/c?d"],
  ["an address that is none", "OPTIONS * HTTP/1.1\r\nHost: here"],
  ["a header that is too large", `GET / HTTP/1.1\r\nHost: here\r\nX: ${"x".repeat(20_000)}`],
])("a request with %s is refused in words", async (_, head) => {
  opened = await listen(answer, { host: "127.0.0.1", port: 0 });
  const socket = connect(opened.port, "127.0.0.1");
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  const answered = await text(socket);
  expect(answered).toMatch(/^HTTP\/1\.1 4(00|31) /);
  expect(answered.toLowerCase()).toContain("content-type: application/problem+json");
  expect(answered).toContain("The request cannot be read as HTTP.");
});

test.each(["127.0.0.1", "::1"])("a port that another holds at %s is named", async (address) => {
  const other = createServer().listen(0, address);
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const refused = listen(answer, { host: "localhost", port });
  await expect(refused).rejects.toThrow(ConfigError);
  await expect(refused).rejects.toThrow(`The port ${port} on ${address} is taken.`);
  other.close();
});

test.each([
  ["localhost", "http://localhost:3000"],
  ["127.0.0.1", "http://localhost:3000"],
  ["::1", "http://localhost:3000"],
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["127.0.0.2", "http://127.0.0.2:3000"],
  ["10.1.2.3", "http://10.1.2.3:3000"],
  ["fd00::1", "http://[fd00::1]:3000"],
  ["treaties.example", "http://treaties.example:3000"],
])("a listener at %s is found at %s", (host, url) => {
  expect(urlOf(host, 3000)).toBe(url);
});
