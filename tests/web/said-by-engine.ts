import { formatDate as formatTextDate } from "#src/text/format-date.ts";
import { compareNames } from "#src/text/party-alphabet.ts";
import { knownParties, partyName } from "#src/text/party-name.ts";
import { pluralForm } from "#src/text/plural-form.ts";
import {
  formatDate,
  formatDay,
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
import stateNames from "../../templates/state-names.json" with { type: "json" };

const codes = Object.keys(stateNames.kk);
const zones = ["UTC", "Asia/Almaty", "America/St_Johns", "Asia/Kathmandu"];

/** All that the app and the texts write in a language by rules or data of it, for comparing engines. */
export async function saidIn(language: string) {
  await loadLocale(language);
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1, 9, 5)));
  const instants = zones.flatMap((zone) => days.map((day) => [zone, day] as const));
  return {
    days: instants.map(([zone, day]) => formatDay(language, day, zone)),
    times: instants.map(([zone, day]) => formatDate(language, "time", day, zone)),
    instants: instants.map(([zone, day]) => formatInstant(language, day, zone)),
    textDays: days.map((day) => formatTextDate(day.toISOString().slice(0, 10), language)),
    weekdays: localeOf(language).weekdays,
    numbers: [0, 7, 999, 1000, 12_345, 1_234_567, 0.5, 1234.25, -5].map((value) =>
      formatNumber(language, value),
    ),
    plurals: [...Array.from({ length: 1200 }, (_, at) => at), 1_000_000, 1.5].map((count) =>
      pluralForm(language, count),
    ),
    relative: (["day", "hour", "minute"] as const).flatMap((unit) =>
      [-100, -21, -5, -2, -1, 0, 1, 2, 3, 11, 21, 103].map((value) =>
        formatRelative(language, value, unit),
      ),
    ),
    lists: [["A"], ["A", "B"], ["A", "B", "C"]].map((names) => formatList(language, names)),
    regions: codes.map((code) => nameOfRegion(language, code)),
    languages: ["en", "ru", "ar", "kk", "fr", "ka", "tg", "sr-Latn", "zh-Hans"].map((tag) =>
      nameOfLanguage(language, tag),
    ),
    parties: knownParties.map(({ code, names }) => nameOfParty(language, code, names)),
    official: codes.map((code) => partyName({ code }, language)),
    sorted: codes.map((code) => partyName({ code }, language)).sort(compareNames(language)),
  };
}

/** What texts write in a language that the app does not speak. */
export function writtenIn(language: string) {
  const names = codes.map((code) => partyName({ code, name: {} }, language));
  return { names, sorted: names.toSorted(compareNames(language)) };
}
