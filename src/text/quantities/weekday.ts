import table from "../../../templates/weekdays.json" with { type: "json" };
import { fold } from "../fold.ts";
import type { DateRead } from "./dates.ts";

const byLanguage: Record<string, string> = table;
const known = new Map<string, RegExp[] | null>();

/** The names from Monday; null for a language without a row. */
function weekdays(language: string): RegExp[] | null {
  const made = known.get(language);
  if (made !== undefined) return made;
  const row = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const names = row?.split(" ").map((name) => {
    const forms = name.split("|").map((form) => {
      return `${fold(form.replace("*", ""))}${form.endsWith("*") ? "\\p{L}{0,5}" : ""}`;
    });
    return new RegExp(`^(?:${forms.join("|")})$`, "u");
  });
  known.set(language, names ?? null);
  return names ?? null;
}

/** Before this year a date may be of the Julian calendar. */
const firstYear = 1900;
const maxApart = 24;

/** The day of the week beside a date, as written, if the date falls on another; null if none stands there or it fits. */
export function weekdayUnlike(date: DateRead, text: string, language: string): string | null {
  const names = weekdays(language.split("-")[0] ?? "");
  const { day, month, year } = date;
  if (!names || day === undefined || year === undefined || year < firstYear) return null;
  const before = fold(text.slice(Math.max(0, date.from - maxApart), date.from))
    .split(" ")
    .slice(-1);
  const after = fold(text.slice(date.to, date.to + maxApart))
    .split(" ")
    .slice(0, 2);
  // Monday is 0.
  const actual = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  for (const word of [...before, ...after]) {
    const said = names.findIndex((name) => name.test(word));
    if (said >= 0) return said === actual ? null : word;
  }
  return null;
}
