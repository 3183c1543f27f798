import { expect, test } from "vitest";
import { namesOf, originOf } from "#src/observe/request-id.ts";

const own = "5a0c1c6e-3a8f-4a51-8f1e-0c3f3c0f9a01";
const parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const ask = (isTrusted: boolean, requestId?: string, traceparent?: string) =>
  originOf({ requestId, traceparent }, { isTrusted, id: () => own });

test("a trusted proxy names the request and its trace", () => {
  const origin = ask(true, "6f1ed002ab5595859014ebf0951522d9", parent);
  expect(origin).toEqual({ request: "6f1ed002ab5595859014ebf0951522d9", traceparent: parent });
  expect(namesOf(origin)).toEqual({
    request: "6f1ed002ab5595859014ebf0951522d9",
    trace: "4bf92f3577b34da6a3ce929d0e0e4736",
  });
});

test("a stranger names nothing", () => {
  expect(ask(false, "6f1ed002ab5595859014ebf0951522d9", parent)).toEqual({
    request: own,
    traceparent: null,
  });
});

test.each([
  ["is too short", "abc"],
  ["is too long", "a".repeat(65)],
  ["has a line break", "aaaaaaaa\nlevel=error"],
  ["has a quote", 'aaaaaaaa"'],
  ["is an address", "anna@office.example"],
  ["begins with a dot", "../../etc/passwd"],
  ["is empty", ""],
])("an id that %s is not taken", (_, id) => {
  expect(ask(true, id).request).toBe(own);
});

test.each([
  ["is of another version", parent.replace(/^00/, "ff")],
  ["has no trace", `00-${"0".repeat(32)}-00f067aa0ba902b7-01`],
  ["has no span", `00-4bf92f3577b34da6a3ce929d0e0e4736-${"0".repeat(16)}-01`],
  ["is in capitals", parent.toUpperCase()],
  ["goes on", `${parent}-what`],
])("a traceparent that %s is not taken", (_, traceparent) => {
  expect(ask(true, undefined, traceparent).traceparent).toBeNull();
});
