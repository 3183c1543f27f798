import { expect, test } from "vitest";
import { returnPath } from "#src/text/return-path.ts";

test.each(["/", "/agreements/x/sign", "/agreements?stage=publish&q=a%20b", "/verify#offline"])(
  "%s is an address of this site",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  "",
  null,
  undefined,
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "javascript:alert(1)",
  "agreements",
  "/sign-in?next=/sign-in",
  "/api/v1/session/sign-on",
  `/${"a".repeat(3000)}`,
])("%j leads to the first page", (asked) => {
  expect(returnPath(asked)).toBe("/");
});
