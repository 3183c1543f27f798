import { expect, test } from "vitest";
import { checkLists, learnCheckLists } from "#src/http/lighter-at-the-edge/check-lists.ts";
import { checkLists as lists } from "#src/text/checks/check-lists.ts";

test("the word lists are read until they could be read, and no more", async () => {
  expect(() => checkLists()).toThrow("could not be read");
  await learnCheckLists(() => Promise.reject(new Error("no such file")));
  await learnCheckLists(async () => "");
  expect(() => checkLists()).toThrow("could not be read");
  await learnCheckLists(async () => JSON.stringify(lists()));
  expect(checkLists()).toEqual(lists());
  await learnCheckLists(() => Promise.reject(new Error("read again")));
  expect(checkLists()).toEqual(lists());
});
