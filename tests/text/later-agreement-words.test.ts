import { expect, test } from "vitest";
import { notificationWords } from "#src/text/notification-words.ts";
import { noFacts } from "#workflows/facts.ts";
import { consequencesIn } from "#workflows/notification-sentences.ts";
import type { NotificationContent } from "#workflows/notifications.ts";

/** What a notification says of a later agreement between some of the parties (VCLT articles 30(4) and 41). */
const names: Record<string, Record<string, string>> = {
  KZ: { en: "Kazakhstan", ru: "Казахстан", ar: "كازاخستان", kk: "Қазақстан", fr: "Kazakhstan" },
  KR: { en: "Korea", ru: "Корея", ar: "كوريا", kk: "Корея", fr: "Corée" },
  EE: { en: "Estonia", ru: "Эстония", ar: "إستونيا", kk: "Эстония", fr: "Estonie" },
};
const nameOf = (code: string) => ({ code, name: names[code] ?? {} });
const title = "Protocol of Seoul";

function printed(detail: object, { binding, language }: { binding: boolean; language: string }) {
  const act = "supersede-between";
  const said = { parties: ["KZ", "KR"], title, on: "2027-01-13", ...detail };
  const entry = { act, party: null, on: "2027-01-20", detail: said, said: [], texts: [] };
  const content: NotificationContent = {
    heading: "later-agreement",
    party: null,
    on: entry.on,
    sentences: consequencesIn(entry, noFacts, "2027-01-20"),
    texts: [],
    binding,
  };
  const { heading, sentences } = notificationWords(content, nameOf, language);
  return [heading, ...sentences].map((line) => line.replaceAll(/[\u2066-\u2069]/g, ""));
}

test("a later treaty is named with its parties, its day, and what it leaves of this one", () => {
  const detail = { basis: "later-treaty" };
  const [heading, , sentence, ...more] = printed(detail, { binding: true, language: "en" });
  expect(heading).toBe("Later agreement between some parties");
  expect(sentence).toBe(
    "From 13 January 2027 the later agreement “Protocol of Seoul” applies between these parties: Kazakhstan and Korea. This instrument applies between them only as far as its provisions are compatible with that agreement; towards the other parties it continues to apply.",
  );
  expect(more).toEqual([]);
});

test("a modification names the day on which the other parties were notified", () => {
  const detail = { basis: "modification", notifiedOn: "2027-01-11" };
  const [, , ...sentences] = printed(detail, { binding: false, language: "en" });
  expect(sentences).toEqual([
    "From 13 January 2027 “Protocol of Seoul” modifies this text in the relations between these parties only: Kazakhstan and Korea.",
    "The other parties were notified of the intention and of the modification on 11 January 2027.",
  ]);
});

test("of three parties each has a sentence about those towards which its relations change", () => {
  const detail = { basis: "later-treaty", parties: ["KZ", "KR", "EE"] };
  const [, , , ...each] = printed(detail, { binding: true, language: "en" });
  expect(each).toEqual([
    "For Kazakhstan this concerns its relations with Korea and Estonia.",
    "For Korea this concerns its relations with Kazakhstan and Estonia.",
    "For Estonia this concerns its relations with Kazakhstan and Korea.",
  ]);
});

const languages = ["en", "ru", "ar", "kk", "fr"];
test.each(languages)("each value has its place in %s", (language) => {
  for (const binding of [true, false]) {
    for (const basis of ["later-treaty", "modification"]) {
      const lines = printed({ basis, notifiedOn: "2027-01-11" }, { binding, language });
      expect(lines.join(" ")).not.toMatch(/[{}]/);
      expect(lines[2]).toContain(title);
      expect(lines[2]).toContain(names.KZ?.[language]);
      expect(lines[2]).toContain(names.KR?.[language]);
    }
  }
});
