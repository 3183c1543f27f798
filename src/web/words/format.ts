import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { isolate } from "#src/text/isolate.ts";
import {
  formatDate,
  formatFromNow,
  formatList,
  formatNumber,
  nameOfLanguage,
  nameOfParty,
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
    /** Words kept per language: in the reader's, else in English, else in any. On a page `Worded` says in which. */
    worded: (words: Worded) => words[languageOf(words, language)] ?? "",
    /** A civil date, `2026-11-26`, as it is; of an instant the day in the page's zone. */
    day: (date: string) =>
      date.includes("T")
        ? formatDate(language, "day", new Date(date), zone)
        : formatDate(language, "day", new Date(`${date}T00:00:00Z`), "UTC"),
    /** An instant in the page's zone (`Zone`), which is named. */
    time: (instant: string) => formatDate(language, "zoned", new Date(instant), zone),
    /** How long until or since an instant. */
    relative: (instant: string, now = Date.now()) =>
      formatFromNow(language, new Date(instant), new Date(now), zone),
    number: (value: number) => formatNumber(language, value),
    /** A party by the name that the office has given it, a State by the short name that ships with the service. */
    party: (code: string, names?: Worded): string => nameOfParty(language, code, names),
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

/** The language in which words are shown to a reader: their own, else English, else any that there is. */
export function languageOf(words: Worded, reader: string): string {
  return [reader, "en", ...Object.keys(words)].find((tag) => words[tag] !== undefined) ?? reader;
}
