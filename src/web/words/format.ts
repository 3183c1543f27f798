import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { Zone } from "./zone.ts";

type Worded = Record<string, string>;

/** How the reader's language writes days, instants, numbers, countries and languages. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const zone = useContext(Zone);
  return {
    language,
    /** Words kept per language: in the reader's, else in English, else in any. */
    worded: (words: Worded) => words[language] ?? words.en ?? Object.values(words)[0] ?? "",
    /** A civil date, `2026-11-26`, as it is; of an instant the day in the page's zone. */
    day: (date: string) =>
      date.includes("T")
        ? dates(language, "day", zone).format(new Date(date))
        : dates(language, "day", "UTC").format(new Date(`${date}T00:00:00Z`)),
    /** An instant in the page's zone (`Zone`), which is named. */
    time: (instant: string) => dates(language, "time", zone).format(new Date(instant)),
    /** How long until or since an instant. */
    relative: (instant: string, now = Date.now()) => relative(language, Date.parse(instant) - now),
    number: (value: number) => new Intl.NumberFormat(locale(language)).format(value),
    /** A country by its code, an organisation by the names on record. */
    party: (code: string, names?: Worded) =>
      nameOf(language, "region", code) ?? names?.[language] ?? names?.en ?? code,
    /** Names one after another, as this language lists them. */
    list: (names: string[]) =>
      new Intl.ListFormat(locale(language), { style: "short", type: "unit" }).format(names),
    languageName: (tag: string) => nameOf(language, "language", tag) ?? tag,
  };
}

/** Kazakh texts of CLDR are complete; Arabic dates and numbers are written with European digits. */
function locale(language: string): string {
  return language === "ar" ? "ar-u-nu-latn" : language;
}

const shapes = {
  day: { dateStyle: "long" },
  time: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function dates(
  language: string,
  shape: keyof typeof shapes,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  // "UTC" is said as such; elsewhere an offset is clearer than letters that two regions share.
  const name = { timeZoneName: timeZone === "UTC" ? "short" : "shortOffset" } as const;
  return remembered(
    `${shape}:${language}:${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale(language), {
        ...shapes[shape],
        ...(shape === "time" && name),
        ...(timeZone && { timeZone }),
      }),
  );
}

/** What Intl makes is dear to make and used in every row of a list. */
const made = new Map<string, object>();
function remembered<Made extends object>(key: string, make: () => Made): Made {
  const known = made.get(key) as Made | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

function nameOf(language: string, type: "region" | "language", code: string): string | undefined {
  try {
    return remembered(
      `${type}:${language}`,
      () => new Intl.DisplayNames(language, { type, fallback: "none" }),
    ).of(code);
  } catch {
    return undefined;
  }
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

function relative(language: string, milliseconds: number): string {
  const [unit, size] = units.find(([, size]) => Math.abs(milliseconds) >= size) ?? units[2];
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" });
  return words.format(Math.round(milliseconds / size), unit);
}
