import { expect, test } from "vitest";

test("the tests run the files of the libraries that the service runs", () => {
  expect(process.execArgv).not.toContain("development");
  expect(import.meta.resolve("xstate")).not.toContain("development");
  expect(import.meta.resolve("micromark")).not.toContain("/dev/");
});
