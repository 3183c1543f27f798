import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { localeData, localeLanguages, zoneData } from "#src/cli/write-locales.ts";
import { scriptOf } from "#src/text/languages.ts";
import { pluralForm, pluralForms } from "#src/text/plural-form.ts";
import {
  formatDate,
  formatDay,
  formatFromNow,
  formatInstant,
  formatList,
  formatNumber,
  formatRelative,
  loadLocale,
  localeOf,
  nameOfLanguage,
  nameOfParty,
  nameOfRegion,
} from "#src/web/words/locale.ts";
import { loadZones, offeredZones, zoneLabel } from "#src/web/words/zone.ts";

const tagOf = (language: string) => (language === "ar" ? "ar-u-nu-latn" : language);
beforeAll(async () => {
  for (const language of localeLanguages) await loadLocale(language);
});

test("there is data for every language of the interface", () => {
  const words = join(import.meta.dirname, "../../src/web/words");
  const languages = readdirSync(words).filter((name) =>
    existsSync(join(words, name, "shell.json")),
  );
  expect([...localeLanguages].sort()).toEqual(languages.sort());
});

test.each([
  ["en", "January 11, 2027"],
  ["ru", "11 января 2027 года"],
  ["ar", "11 يناير 2027"],
  ["kk", "2027 жылғы 11 қаңтар"],
  ["fr", "11 janvier 2027"],
])("a day in %s ends without a full stop, so that a sentence may end with it", (language, said) => {
  expect(formatDay(language, new Date("2027-01-11T00:00:00Z"), "UTC")).toBe(said);
});

/** Node has every language; browsers do not, and what is shown there comes from our data. */
describe.each(localeLanguages)("in %s", (language) => {
  test("the data is what this Node knows: npm run web:locales", () => {
    expect(localeOf(language)).toEqual(localeData(language));
  });

  test("and so is what it calls every zone, in its alphabetical order", async () => {
    const zones = await loadZones(language);
    expect(Object.entries(zones)).toEqual(Object.entries(zoneData(language)));
    for (const zone of Object.keys(zones)) {
      const label = zoneLabel(zones, language, zone);
      expect(label).not.toMatch(/\/|_/);
      if (scriptOf(language) !== "Latn")
        expect(label.replace(/GMT|UTC/g, "")).not.toMatch(/\p{Script=Latin}{3}/u);
    }
    for (const zone of ["Europe/Kiev", "Europe/Kyiv"]) {
      expect(zoneLabel(zones, language, zone)).toMatch(/\p{L}{4}.*\(/u);
    }
  });

  test("days and instants are written as the language writes them", () => {
    for (let month = 0; month < 12; month++) {
      for (const [day, hour, minute] of [
        [1, 0, 0],
        [9, 9, 5],
        [28, 12, 30],
        [28, 23, 59],
      ] as const) {
        const date = new Date(Date.UTC(2026, month, day, hour, minute));
        for (const timeZone of ["UTC", "Asia/Almaty", "America/St_Johns"]) {
          const tag = tagOf(language);
          const long = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone });
          expect(formatDate(language, "day", date, timeZone)).toBe(long.format(date));
          const both = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
          const medium = new Intl.DateTimeFormat(tag, both);
          expect(formatDate(language, "time", date, timeZone)).toBe(medium.format(date));
        }
      }
    }
  });

  test("an instant with its zone names the offset", () => {
    const date = new Date("2026-11-28T12:00:00Z");
    expect(formatDate(language, "zoned", date, "UTC")).toContain("UTC");
    expect(formatDate(language, "zoned", date, "Asia/Almaty")).toMatch(/\+5/);
    expect(formatDate(language, "zoned", date, "America/St_Johns")).toMatch(/[-−]3:30/);
  });

  test("things are counted by the language's own rules", () => {
    const rules = new Intl.PluralRules(language);
    const numbers = [...Array.from({ length: 1200 }, (_, at) => at), 100_000, 1_000_002, 0.5, 1.5];
    for (const count of numbers) {
      expect([count, pluralForm(language, count)]).toEqual([count, rules.select(count)]);
    }
    const needed = rules.resolvedOptions().pluralCategories;
    expect(pluralForms[language]?.toSorted()).toEqual([...needed].sort());
  });

  test("numbers are grouped and lists joined", () => {
    const numbers = new Intl.NumberFormat(tagOf(language));
    for (const value of [0, 7, 999, 1000, 12345, 1_234_567, 0.5, 1234.25]) {
      expect(formatNumber(language, value)).toBe(numbers.format(value));
    }
    const lists = new Intl.ListFormat(language, { type: "conjunction" });
    for (const names of [[], ["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]]) {
      expect(formatList(language, names)).toBe(lists.format(names));
    }
  });

  test("spans from now are said in words", () => {
    const words = new Intl.RelativeTimeFormat(tagOf(language), { numeric: "auto" });
    for (const unit of ["day", "hour", "minute"] as const) {
      for (const value of [-100, -30, -21, -11, -5, -3, -2, -1, 1, 2, 3, 5, 11, 21, 30, 103]) {
        expect(formatRelative(language, value, unit)).toBe(words.format(value, unit));
      }
    }
  });

  test("every language of ISO 639-1 that texts use, and every country, has its name", () => {
    for (const tag of ["en", "ru", "ar", "kk", "az", "uz", "ky", "tg", "hy", "ka", "zh-Hant"]) {
      expect(nameOfLanguage(language, tag)).toMatch(/\p{L}{3}/u);
    }
    // A script tells two texts of one language apart.
    expect(nameOfLanguage(language, "uz-Arab")).toContain(nameOfLanguage(language, "uz"));
    expect(nameOfLanguage(language, "uz-Arab")).toContain("uz-Arab");
    for (const code of ["KZ", "AE", "EE", "GE", "UZ"]) {
      expect(nameOfRegion(language, code)).toMatch(/\p{L}{3}/u);
    }
  });
});

test.each([
  // At 20:00 in Astana, 15:00 UTC.
  ["2026-11-30T20:00+05:00", "tomorrow", "завтра", "غدًا", "ертең", "demain"],
  ["2026-12-01T02:00+05:00", "in 2 days", "послезавтра", "بعد الغد", "бүрсігүні", "après-demain"],
  ["2026-11-27T23:00+05:00", "2 days ago", "позавчера", "أول أمس", "алдыңгүні", "avant-hier"],
  ["2026-11-30T19:50+05:00", "tomorrow", "завтра", "غدًا", "ертең", "demain"],
  [
    ...["2026-11-29T20:59:50+05:00", "in 1 hour", "через 1 час", "خلال ساعة واحدة"],
    ...["1 сағаттан кейін", "dans 1 heure"],
  ],
  [
    ...["2026-12-29T20:00+05:00", "in 30 days", "через 30 дней", "خلال 30 يومًا"],
    ...["30 күннен кейін", "dans 30 jours"],
  ],
])("%s is said by the days of the calendar: %s, %s, %s, %s, %s", (instant, en, ru, ar, kk, fr) => {
  const now = new Date("2026-11-29T20:00+05:00");
  for (const [language, words] of Object.entries({ en, ru, ar, kk, fr })) {
    expect(formatFromNow(language, new Date(instant ?? ""), now, "Asia/Almaty")).toBe(words);
  }
});

test("in French the first of a month is an ordinal", () => {
  const first = new Date("2027-01-01T09:05:00Z");
  expect(formatDay("fr", first, "UTC")).toBe("1er janvier 2027");
  expect(formatInstant("fr", first, "UTC")).toBe("1er janv. 2027, 09:05 UTC");
  expect(formatDay("fr", new Date("2027-01-21T00:00:00Z"), "UTC")).toBe("21 janvier 2027");
});

test("in Kazakh a day is Kazakh", () => {
  const date = new Date("2026-11-28T00:00:00Z");
  expect(formatDate("kk", "day", date, "UTC")).toBe("2026 ж. 28 қараша");
  expect(nameOfRegion("kk", "KZ")).toBe("Қазақстан");
  expect(formatRelative("kk", 3, "day")).toBe("3 күннен кейін");
});

test.each([
  ["en", "Asia/Almaty", "Almaty · Kazakhstan Time (GMT+5)"],
  ["ru", "Asia/Almaty", "Алматы · Казахстан (GMT+5)"],
  ["ar", "Asia/Almaty", "ألماتي · توقيت كازاخستان (غرينتش+5)"],
  ["kk", "Asia/Almaty", "Алматы · Қазақстан уақыты (GMT+5)"],
  ["kk", "Asia/Dubai", "Біріккен Араб Әмірліктері · Парсы шығанағы стандартты уақыты (GMT+4)"],
  ["fr", "Asia/Almaty", "Almaty · heure du Kazakhstan (UTC+5)"],
  ["ru", "UTC", "Всемирное координированное время (UTC)"],
  ["en", "America/Sao_Paulo", "Sao Paulo · Brasilia Standard Time (GMT-3)"],
] as const)("in %s the zone %s is called %s", async (language, zone, label) => {
  const at = new Date("2026-11-29T00:00:00Z");
  expect(zoneLabel(await loadZones(language), language, zone, at)).toBe(label);
});

test("a form offers each zone once, by its present name, UTC first and then the likely one", async () => {
  const offered = offeredZones(await loadZones("en"), "Asia/Calcutta");
  expect(offered.slice(0, 2)).toEqual(["UTC", "Asia/Kolkata"]);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered.length).toBeGreaterThan(400);
  expect(offered).not.toContain("Asia/Calcutta");
});

/** The names that ship and that the office gives, never what a browser or Unicode calls a State. */
test.each([
  ["en", "KZ", { en: "the Republic of Kazakhstan" }, "Kazakhstan"],
  ["ru", "KG", { ru: "Кыргызская Республика" }, "Кыргызстан"],
  ["ru", "AE", {}, "Объединенные Арабские Эмираты"],
  ["ar", "KR", { ar: "جمهورية كوريا" }, "جمهورية كوريا"],
  ["en", "MM", {}, "Myanmar"],
  ["en", "KR", { en: "the Republic of Korea" }, "Republic of Korea"],
  ["kk", "KZ", { kk: "Қазақстан Республикасы" }, "Қазақстан"],
  ["fr", "KZ", { fr: "la République du Kazakhstan" }, "Kazakhstan"],
  ["fr", "HUB", { fr: "le Pôle régional" }, "Pôle régional"],
  ["fr", "UA", { fr: "l’Ukraine unie" }, "Ukraine unie"],
  // Names that the office itself has given.
  ["en", "TR", { en: "the Turkish State" }, "Turkish State"],
  ["en", "PS", { en: "the State of Palestine" }, "State of Palestine"],
  ["kk", "PS", { en: "the State of Palestine", kk: "Палестина Мемлекеті" }, "Палестина Мемлекеті"],
  ["ru", "HUB", { ru: "Региональный хаб" }, "Региональный хаб"],
  ["ru", "UNO", { en: "the United Nations" }, "United Nations"],
  ["ru", "UNO", {}, "UNO"],
  // Who verifies a file is not told the office's parties.
  ["ru", "HUB", {}, "Региональный хаб в сфере государственной службы"],
] as const)("in %s the party %s with the names %j is %s", (language, code, names, name) => {
  expect(nameOfParty(language, code, names as Record<string, string>)).toBe(name);
});

test("no page asks the browser for the words of a language", () => {
  const web = join(import.meta.dirname, "../../src/web");
  const asks =
    /\bIntl\.(?:PluralRules|RelativeTimeFormat|ListFormat|DisplayNames|NumberFormat|Collator)|new Intl\.|\bIntl\.supportedValuesOf|\.toLocale(?:Date|Time)?String\(/;
  const sources = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && name !== "words/locale.ts",
  );
  expect(sources.filter((name) => asks.test(readFileSync(join(web, name), "utf8")))).toEqual([]);
});
