import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { colonOf } from "#src/text/comma-of.ts";
import { isolate } from "#src/text/isolate.ts";
import {
  formatDay,
  formatFromNow,
  formatInstant,
  formatList,
  formatNumber,
  nameOfLanguage,
  nameOfParty,
} from "./locale.ts";
import { Zone } from "./zone.ts";

type Worded = Record<string, string>;

/** Formats days, instants, numbers, countries and languages for the reader's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const zone = useContext(Zone);
  return {
    language,
    /**
     * Picks a string from a record by language: the reader's language, otherwise English, otherwise any. In markup
     * use `Worded`, which also says which language it is.
     */
    worded: (words: Worded) => words[languageOf(words, language)] ?? "",
    /** Formats a civil date (`2026-11-26`), or the day of an instant in the page's time zone. */
    day: (date: string) =>
      date.includes("T")
        ? formatDay(language, new Date(date), zone)
        : formatDay(language, new Date(`${date}T00:00:00Z`), "UTC"),
    /** Formats an instant in the page's time zone (`Zone`) and names the zone. */
    time: (instant: string) => formatInstant(language, new Date(instant), zone),
    /** The time until or since an instant, in words. */
    relative: (instant: string, now = Date.now()) =>
      formatFromNow(language, new Date(instant), new Date(now), zone),
    number: (value: number) => formatNumber(language, value),
    /** A party's name: the one that the office gave it, otherwise a State's short name. */
    party: (code: string, names?: Worded): string => nameOfParty(language, code, names),
    /** Joins names into a list. */
    list: (names: string[]) =>
      formatList(
        language,
        names.map((name) => isolate(name, language)),
      ),
    /** Joins parts of a line with a middle dot, each isolated in its own direction. Empty parts are left out. */
    line: (...parts: (string | null | undefined | false)[]) =>
      parts.flatMap((part) => (part ? [isolate(part, language)] : [])).join(" · "),
    /** A label before its value: “Published: 1 May 2026”, « Publié : 1er mai 2026 ». */
    labelled: (label: string, value: string) => `${label}${colonOf(language)} ${value}`,
    languageName: (tag: string) => nameOfLanguage(language, tag) ?? tag,
  };
}

/** The language in which a record of strings is shown: the reader's, otherwise English, otherwise any. */
export function languageOf(words: Worded, reader: string): string {
  return [reader, "en", ...Object.keys(words)].find((tag) => words[tag] !== undefined) ?? reader;
}
