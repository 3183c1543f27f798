import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { isolate } from "../../text/isolate.ts";
import {
  formatDate,
  formatList,
  formatNumber,
  formatRelative,
  nameOfLanguage,
  nameOfRegion,
} from "./locale.ts";
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
        ? formatDate(language, "day", new Date(date), zone)
        : formatDate(language, "day", new Date(`${date}T00:00:00Z`), "UTC"),
    /** An instant in the page's zone (`Zone`), which is named. */
    time: (instant: string) => formatDate(language, "zoned", new Date(instant), zone),
    /** How long until or since an instant. */
    relative: (instant: string, now = Date.now()) => relative(language, Date.parse(instant) - now),
    number: (value: number) => formatNumber(language, value),
    /** A country by the short name that the language has for it, an organisation as the office names it. */
    party: (code: string, names?: Worded) =>
      nameOfRegion(language, code) ?? standingAlone(names?.[language] ?? names?.en) ?? code,
    /** Names one after another, as this language lists them. */
    list: (names: string[]) =>
      formatList(
        language,
        names.map((name) => isolate(name, language)),
      ),
    /** Parts of one line with a point between them, each in its own direction; what is empty is left out. */
    line: (...parts: (string | null | undefined | false)[]) =>
      parts.flatMap((part) => (part ? [isolate(part, language)] : [])).join(" · "),
    languageName: (tag: string) => nameOfLanguage(language, tag) ?? tag,
  };
}

/** A name that a text has in the middle of a sentence: "the Hub". */
function standingAlone(name: string | undefined): string | undefined {
  const bare = name?.replace(/^the /, "");
  return bare && `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

function relative(language: string, milliseconds: number): string {
  const [unit, size] = units.find(([, size]) => Math.abs(milliseconds) >= size) ?? units[2];
  return formatRelative(language, Math.round(milliseconds / size), unit);
}
