/// <reference types="vite/client" />

import { isolate } from "#src/text/isolate.ts";
import { type PluralForm, pluralForm } from "#src/text/plural-form.ts";
import type en from "./locales/en.json";

/** Locale data of a language, written by `npm run web:locales`. The browser's own data is not used. */
export type Locale = Omit<typeof en, "relative" | "languages" | "regions" | "parties"> & {
  relative: Record<keyof (typeof en)["relative"], Relative>;
  languages: Record<string, string>;
  /** Short names of countries for lists, by ISO 3166 code. */
  regions: Record<string, string>;
  /** The official names of the parties that ship with the service, by code. */
  parties: Record<string, string>;
};
type Forms = Partial<Record<PluralForm, string>>;
type Relative = { exact: Record<string, string>; past: Forms; future: Forms };
type Shape = keyof Locale["dates"];

const files = import.meta.glob<{ default: Locale }>("./locales/*.json");
const loaded = new Map<string, Locale>();

/** Loads the data of a language. Must finish before `localeOf` is called for it. */
export async function loadLocale(language: string): Promise<void> {
  const load = files[`./locales/${language}.json`];
  if (load && !loaded.has(language)) loaded.set(language, (await load()).default);
}

export function localeOf(language: string): Locale {
  const locale = loaded.get(language);
  if (!locale) throw new Error(`The locale ${language} is not loaded.`);
  return locale;
}

/** Formats a date in a language's own form. `timeZone` is an IANA name, or undefined for the device's zone. */
export function formatDate(
  language: string,
  shape: Shape,
  date: Date,
  timeZone: string | undefined,
): string {
  const locale = localeOf(language);
  const { year, month, day, hour, minute } = fieldsOf(date, timeZone);
  const offset = formatOffset(language, date, timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  const twelve = hour % 12 || 12;
  const said: Record<string, string> = {
    y: String(year),
    M: String(month),
    MM: two(month),
    MMM: locale.months.short[month - 1] ?? "",
    MMMM: locale.months.long[month - 1] ?? "",
    d: String(day),
    dd: two(day),
    h: String(twelve),
    hh: two(twelve),
    H: String(hour),
    HH: two(hour),
    mm: two(minute),
    a: locale.dayPeriods[hour < 12 ? 0 : 1] ?? "",
    z: offset,
  };
  return locale.dates[shape].replace(/\{(\w+)\}/g, (_, token: string) => said[token] ?? "");
}

/**
 * A day as texts and letters have it: the word for "year" written out, since after «г.» a sentence would end with two full
 * stops, and the first of a French month as an ordinal.
 */
export function formatDay(language: string, date: Date, timeZone: string | undefined): string {
  const day = formatDate(language, "day", date, timeZone);
  return asOrdinal(language, day.replace(/ г\.$/, " года").replace(/^(\d+) ж\. /, "$1 жылғы "));
}

/** "1er janvier": the one ordinal that a French date has. */
function asOrdinal(language: string, date: string): string {
  return language === "fr" ? date.replace(/^1 /, "1er ") : date;
}

/** An instant in a zone, with the zone's offset. */
export function formatInstant(language: string, date: Date, timeZone: string | undefined): string {
  return asOrdinal(language, formatDate(language, "zoned", date, timeZone));
}

/** A zone's offset from UTC. Clearer than abbreviations, which several regions share. */
export function formatOffset(language: string, date: Date, timeZone: string | undefined): string {
  if (timeZone === "UTC") return "UTC";
  return localeOf(language).offset.replace("{0}", fieldsOf(date, timeZone).offset);
}

const fields = new Map<string | undefined, Intl.DateTimeFormat>();

/** The fields of a date in a zone. They are read from English output, which every browser supports. */
function fieldsOf(date: Date, timeZone: string | undefined) {
  let format = fields.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
      hourCycle: "h23",
      timeZoneName: "shortOffset",
      timeZone,
    });
    fields.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: number("year"),
    month: number("month"),
    day: number("day"),
    hour: number("hour"),
    minute: number("minute"),
    /** The offset from UTC: `+5`, `-3:30`, or empty for UTC. */
    offset: (parts.get("timeZoneName") ?? "").replace("GMT", "").replace(/^[+-]0$/, ""),
  };
}

/** Formats a number in groups of three digits, with at most three decimals. */
export function formatNumber(language: string, value: number): string {
  const { group, decimal } = localeOf(language).number;
  const [whole = "", part] = String(Number(Math.abs(value).toFixed(3))).split(".");
  const first = whole.length % 3 || 3;
  const grouped = [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/g) ?? [])].join(
    group,
  );
  return `${value < 0 ? "-" : ""}${grouped}${part ? `${decimal}${part}` : ""}`;
}

/** Joins names: "A, B, and C". */
export function formatList(language: string, names: string[]): string {
  const { pair, between, last } = localeOf(language).list;
  if (names.length < 3) return names.join(pair);
  return `${names.slice(0, -1).join(between)}${last}${names.at(-1)}`;
}

/** Formats a span of whole units from now, negative if it is past: "in 3 days", "yesterday". */
export function formatRelative(language: string, value: number, unit: keyof Locale["relative"]) {
  const { exact, past, future } = localeOf(language).relative[unit];
  const own = exact[String(value)];
  if (own !== undefined) return own;
  const count = Math.abs(value);
  const forms = value < 0 ? past : future;
  const words = forms[pluralForm(language, count)] ?? forms.other ?? "{0}";
  return words.replace("{0}", formatNumber(language, count));
}

/**
 * The time until or since an instant, in whole minutes, hours or days. Days are calendar days in `timeZone`: 30 hours
 * from now may be tomorrow or the day after.
 */
export function formatFromNow(
  language: string,
  instant: Date,
  now: Date,
  timeZone: string | undefined,
): string {
  const milliseconds = instant.getTime() - now.getTime();
  const minutes = Math.round(milliseconds / 60_000);
  if (Math.abs(minutes) < 60) return formatRelative(language, minutes, "minute");
  const hours = Math.round(milliseconds / 3_600_000);
  if (Math.abs(hours) < 24) return formatRelative(language, hours, "hour");
  const days = dayOf(instant, timeZone) - dayOf(now, timeZone);
  return formatRelative(language, days || Math.sign(hours), "day");
}

/** The civil day of an instant in a zone, as days since 1970. */
function dayOf(date: Date, timeZone: string | undefined): number {
  const { year, month, day } = fieldsOf(date, timeZone);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/**
 * The name of a language by its BCP 47 tag, or by the tag's first part, followed by the tag, if the whole tag has no name:
 * "Serbian (sr-Latn)".
 */
export function nameOfLanguage(language: string, tag: string): string | undefined {
  const { languages } = localeOf(language);
  if (languages[tag] !== undefined) return languages[tag];
  const name = languages[tag.split("-", 1)[0] ?? ""];
  return name === undefined ? undefined : `${name} (${isolate(tag, language)})`;
}

/** The tags of all languages that have a name, in the order of their names. */
export function languagesByName(language: string): string[] {
  const { languages } = localeOf(language);
  const { compare } = new Intl.Collator(language);
  return Object.keys(languages).sort((a, b) => compare(languages[a] ?? a, languages[b] ?? b));
}

/** The name of a country by its ISO 3166 code. */
export function nameOfRegion(language: string, code: string): string | undefined {
  return localeOf(language).regions[code];
}

/**
 * A party's name for lists: the one that the office gave it, otherwise the short name that ships with the service,
 * otherwise its official name, otherwise its code.
 */
export function nameOfParty(language: string, code: string, names: Record<string, string> = {}) {
  const given = names[language];
  const { regions, parties } = localeOf(language);
  if (given !== undefined && given !== parties[code]) return standingAlone(given) ?? code;
  return regions[code] ?? standingAlone(given ?? names.en ?? parties[code]) ?? code;
}

/** An official name without the article that it has in the middle of a sentence: "the Hub", « le Pôle ». */
function standingAlone(name: string | undefined): string | undefined {
  const bare = name?.replace(/^(?:the |les? |la |l[’'])/, "");
  return bare && `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}
