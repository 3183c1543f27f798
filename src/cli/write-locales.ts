import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { languagesOf } from "#src/text/languages.ts";
import { knownParties } from "#src/text/party-name.ts";
import { languageNames } from "#src/text/testimonium.ts";
import { presentName } from "#src/web/words/renamed-zones.ts";
import type { Zones } from "#src/web/words/zone.ts";
import { stateNames } from "./state-names.ts";

const words = join(import.meta.dirname, "../web/words");
export const localeLanguages = languagesOf("interface");

/** Arabic dates and numbers use European digits. */
const tagOf = (language: string) => (language === "ar" ? "ar-u-nu-latn" : language);

const shapes = {
  day: { dateStyle: "long" },
  time: { dateStyle: "medium", timeStyle: "short" },
  zoned: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "shortOffset",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * What the web app needs to know about a language to write dates, numbers, lists and names, from the CLDR data
 * of this Node. Browsers lack some of our languages: Chromium has no Kazakh.
 */
export function localeData(language: string) {
  const tag = tagOf(language);
  return {
    dates: Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [name, datePattern(tag, shape)]),
    ),
    months: {
      long: months(tag, { dateStyle: "long" }),
      short: months(tag, shapes.zoned),
    },
    weekdays: Array.from({ length: 7 }, (_, day) =>
      new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" }).format(
        new Date(Date.UTC(2026, 10, 1 + day)),
      ),
    ),
    dayPeriods: [4, 16].map((hour) => partOf(tag, shapes.time, hour, "dayPeriod")),
    offset: offsetPattern(tag),
    number: numberMarks(tag),
    list: listPattern(tag),
    relative: Object.fromEntries(
      (["day", "hour", "minute"] as const).map((unit) => [unit, relative(tag, unit)]),
    ),
    // Arabic texts name languages as the United Nations does: الإنكليزية, where CLDR has الإنجليزية.
    languages: { ...names(language, "language"), ...(language === "ar" && languageNames("ar")) },
    regions: { ...names(language, "region"), ...partyNames(language, "short") },
    parties: partyNames(language, "names"),
  };
}

const at = (month: number, hour = 14) => new Date(Date.UTC(2026, month, 5, hour, 7));

function parts(tag: string, shape: Intl.DateTimeFormatOptions, date: Date) {
  return new Intl.DateTimeFormat(tag, { ...shape, timeZone: "UTC" }).formatToParts(date);
}

function partOf(tag: string, shape: Intl.DateTimeFormatOptions, hour: number, type: string) {
  return parts(tag, shape, at(2, hour)).find((part) => part.type === type)?.value ?? "";
}

/** For example `{d} {MMMM} {y}`. A doubled letter is a two-digit number; `h` counts to 12 and `H` to 24. */
function datePattern(tag: string, shape: Intl.DateTimeFormatOptions): string {
  const twelve = partOf(tag, shape, 4, "dayPeriod") !== "";
  const found = parts(tag, shape, at(2, 4)).map(({ type, value }) => {
    if (type === "literal") return value;
    if (type === "day") return value === "05" ? "{dd}" : "{d}";
    if (type === "year") return "{y}";
    if (type === "minute") return "{mm}";
    if (type === "dayPeriod") return "{a}";
    if (type === "timeZoneName") return "{z}";
    if (type === "hour") return `{${(twelve ? "h" : "H").repeat(value.length)}}`;
    if (type === "month" && /^\d+$/.test(value)) return value === "03" ? "{MM}" : "{M}";
    if (type === "month")
      return "dateStyle" in shape && shape.dateStyle === "long" ? "{MMMM}" : "{MMM}";
    throw new Error(`A date in ${tag} has a part that is not known: ${type}.`);
  });
  // The same as Node's own dates; only their parts contain narrow spaces.
  return found.join("").replaceAll("\u202f", " ");
}

function months(tag: string, shape: Intl.DateTimeFormatOptions): string[] {
  return Array.from({ length: 12 }, (_, month) => {
    return parts(tag, shape, at(month)).find(({ type }) => type === "month")?.value ?? "";
  });
}

/** The name of an offset from UTC, such as `GMT{0}`. */
function offsetPattern(tag: string): string {
  const named = new Intl.DateTimeFormat(tag, { ...shapes.zoned, timeZone: "Etc/GMT-5" });
  const name = named.formatToParts(at(2)).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("+5", "{0}");
}

function numberMarks(tag: string) {
  const found = new Intl.NumberFormat(tag).formatToParts(1234567.5);
  const mark = (type: string) => found.find((part) => part.type === type)?.value ?? "";
  return { group: mark("group"), decimal: mark("decimal") };
}

function listPattern(tag: string) {
  const list = new Intl.ListFormat(tag, { style: "long", type: "conjunction" });
  const [, , between = "", last = ""] = list.format(["0", "1", "2", "3"]).split(/\d/);
  const [, pair = ""] = list.format(["0", "1"]).split(/\d/);
  return { pair, between, last };
}

/** By the number itself if the language has a word for it, else by its plural form, with `{0}`. */
function relative(tag: string, unit: "day" | "hour" | "minute") {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const counted = new Intl.RelativeTimeFormat(tag, { numeric: "always" });
  const exact = [-2, -1, 0, 1, 2].flatMap((value) => {
    const own = words.format(value, unit);
    return own === counted.format(value, unit) ? [] : [[String(value), own]];
  });
  const forms = (sign: 1 | -1) =>
    Object.fromEntries(
      [...Array.from({ length: 120 }, (_, value) => value)].map((value) => {
        const form = new Intl.PluralRules(tag).select(value);
        const text = counted.formatToParts(sign * (value || (sign < 0 ? -0 : 0)), unit);
        return [form, text.map((part) => (part.type === "literal" ? part.value : "{0}")).join("")];
      }),
    );
  return { exact: Object.fromEntries(exact), past: forms(-1), future: forms(1) };
}

/** Languages of three letters that are official in a State or a part of one, or are written by its authorities. */
const official = [
  ...["ckb", "crs", "fil", "gag", "gil", "kaa", "kea", "niu", "nso", "pap"],
  ...["pau", "rar", "sah", "swb", "tet", "tpi", "tvl", "tyv", "udm", "zgh"],
];

/** The names of all two-letter codes, of `official`, and of the scripts and variants in which texts are written. */
function names(language: string, type: "language" | "region"): Record<string, string> {
  const named = new Intl.DisplayNames(language, { type, fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const more = [
    "zh-Hans",
    "zh-Hant",
    "pt-BR",
    "sr-Latn",
    "sr-Cyrl",
    "uz-Latn",
    "az-Latn",
    "uz-Cyrl",
    "az-Cyrl",
    "kk-Latn",
    ...official,
  ];
  const all = type === "region" ? codes.map((code) => code.toUpperCase()) : [...codes, ...more];
  return Object.fromEntries(
    all.flatMap((code) => {
      const name = named.of(code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/**
 * Every zone under its present name: its place (the city or, if the country has one zone, the country) and the region's
 * name for its time. In the language's alphabetical order of places.
 */
export function zoneData(language: string): Zones {
  const named = (zone: string, name: "shortGeneric" | "longGeneric" | "long") =>
    new Intl.DateTimeFormat(tagOf(language), { timeZone: zone, timeZoneName: name })
      .formatToParts(at(2))
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  // Germany has one zone and no abbreviation of its own for it: "Germany Time", «توقيت ألمانيا».
  const germany = new Intl.DisplayNames(language, { type: "region" }).of("DE") ?? "";
  const [before = "", after = ""] = named("Europe/Berlin", "shortGeneric").split(germany);
  const placeOf = (zone: string) => {
    if (language === "en") return cityOf(zone);
    const short = current(language, named(zone, "shortGeneric"));
    // Some regions have abbreviations for their time, which name no place.
    if (!short.startsWith(before) || !short.endsWith(after)) return "";
    return short.slice(before.length, short.length - after.length);
  };
  const order = new Intl.Collator(language);
  const zones = Intl.supportedValuesOf("timeZone").map((zone) => {
    return [presentName(zone), [placeOf(zone), named(zone, "longGeneric")]] as const;
  });
  zones.sort(([a, one], [b, other]) => {
    return order.compare(one[0] || one[1], other[0] || other[1]) || order.compare(a, b);
  });
  return Object.fromEntries([["UTC", ["", named("UTC", "long")]], ...zones]);
}

/** CLDR keeps the former French name of Almaty, which the United Nations do not use. */
const current = (language: string, place: string) =>
  language === "fr" ? place.replace("Alma Ata", "Almaty") : place;

/** The city that IANA names a zone after, in English spelling. */
function cityOf(zone: string): string {
  const city = presentName(zone).split("/").at(-1) ?? zone;
  return city
    .replaceAll("_", " ")
    .replace(/^St /, "St. ")
    .replace("DumontDUrville", "Dumont d’Urville");
}

/** The names of the built-in parties, by code: short, for lists, or official. */
function partyNames(language: string, kind: "short" | "names"): Record<string, string> {
  return Object.fromEntries(
    knownParties.flatMap(({ code, [kind]: named }) => {
      const name = named?.[language];
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

if (import.meta.main) {
  const templates = join(import.meta.dirname, "../../templates");
  await writeFile(
    join(templates, "state-names.json"),
    `${JSON.stringify(stateNames(), null, 2)}\n`,
  );
  for (const language of localeLanguages) {
    const write = (name: string, data: object) =>
      writeFile(join(words, name, `${language}.json`), `${JSON.stringify(data, null, 2)}\n`);
    await write("locales", localeData(language));
    await write("zones", zoneData(language));
  }
}
