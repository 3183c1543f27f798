import { expect, test } from "vitest";
import {
  checkLists,
  learnCheckWords,
  sentences,
} from "#src/http/lighter-at-the-edge/check-words.ts";
import { checkLists as lists } from "#src/text/checks/check-lists.ts";
import { sentences as all } from "#src/text/checks/sentence-words.ts";

test("the words of the checks are read until they could be read, and no more", async () => {
  expect(() => checkLists()).toThrow("could not be read");
  await learnCheckWords(() => Promise.reject(new Error("no such file")));
  await learnCheckWords(async () => "");
  expect(() => checkLists()).toThrow("could not be read");
  expect(sentences).toEqual({});
  await learnCheckWords(async () => JSON.stringify({ lists: lists(), sentences: all }));
  expect([checkLists(), sentences]).toEqual([lists(), all]);
  await learnCheckWords(() => Promise.reject(new Error("read again")));
  expect(checkLists()).toEqual(lists());
});
