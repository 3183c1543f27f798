import { describe, expect, test } from "vitest";
import { impossibleDates } from "#src/text/checks/numbers/calendar-dates.ts";
import { parseText } from "#src/text/markdown.ts";

const told = (language: string, words: string) =>
  impossibleDates(parseText(`# §\n\n## §\n\n${words}`, language)).map(({ detail, found }) => [
    "key" in detail ? detail.key : "",
    ...(found ?? []),
  ]);

describe("a date that cannot be meant", () => {
  test.each([
    ["ru", "на тридцать первое июня", "impossible-day", "тридцать первое июня"],
    ["fr", "le trente et un novembre", "impossible-day", "trente et un novembre"],
    ["en", "the thirty-first of April", "impossible-day", "thirty-first of April"],
    ["kk", "отыз бірінші маусымда", "impossible-day", "отыз бірінші маусымда"],
    ["ar", "15 أيار/يونيه 2027", "two-months", "15 أيار/يونيه 2027"],
    ["kk", "2027 жылғы 15 мамырда (15.06.2027)", "two-days", "2027 жылғы 15 мамырда (15.06.2027"],
    [
      "ar",
      "1 محرم 1447هـ الموافق 16 يونيه 2026م",
      "two-days",
      "1 محرم 1447هـ الموافق 16 يونيه 2026",
    ],
    ["en", "on Tuesday, 1 March 2027", "weekday-unlike", "1 March 2027"],
    ["ru", "в пятницу, 1 марта 2027 года", "weekday-unlike", "1 марта 2027"],
    [
      "en",
      "from 12 September 2027 to 3 April 2027",
      "period-backwards",
      "12 September 2027 to 3 April 2027",
    ],
    [
      "fr",
      "du 15 août 2028 au 1er juillet 2028",
      "period-backwards",
      "15 août 2028 au 1er juillet 2028",
    ],
    [
      "tr",
      "1 Eylül 2028’den 1 Haziran 2028’e kadar",
      "period-backwards",
      "1 Eylül 2028’den 1 Haziran 2028",
    ],
    [
      "zh-Hans",
      "自2028年10月8日起，至2028年5月20日止",
      "period-backwards",
      "2028年10月8日起，至2028年5月20日",
    ],
  ])("%s: %s", (language, words, key, found) => {
    expect(told(language, words)).toEqual([[key, found]]);
  });

  test.each([
    ["en", "The Protocol of 5 May 2027 to the Agreement of 3 March 2020 is open."],
    ["en", "From 1 May 2028, amendments to the Agreement of 3 March 2020 apply."],
    ["en", "from 15 November to 15 February 2028, and on Monday, 1 March 2027"],
    ["en", "on the Monday following 3 March 2027"],
    ["ru", "26 января (8 февраля) 1918 года; с 1 июля 2027 года по 30 июня 2028 года"],
    ["ar", "1 محرم 1449هـ الموافق 6 يونيه 2027م"],
    ["kk", "2027 жылғы 1 наурызда, дүйсенбі күні"],
    ["fr", "du 15 novembre 2027 au 15 février 2028"],
  ])("is none in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });
});

test("a verb is no month in English", () => {
  expect(told("en", "A State under Article 40 may object; Article 50 may not apply.")).toEqual([]);
  expect(told("en", "on 40 May")).toEqual([["impossible-day", "40 May"]]);
});
