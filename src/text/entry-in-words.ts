import type { EntryClause } from "#workflows/terms.ts";
import type { TermWords } from "./term-words.ts";

type Namers = { day: (date: string) => string; parties?: number | undefined };

/** When an instrument enters into force, in one of the letters' languages. Pure. */
export function entryInWords(
  entry: EntryClause,
  { say, count }: TermWords,
  namers: Namers,
): string {
  const { day, parties = 0 } = namers;
  switch (entry.form) {
    case "fixed-date":
      return say("entry.fixed-date", { date: day(entry.date) });
    case "after-last-notification":
      if (entry.days === 0) return say("entry.last-notification");
      return say("entry.after-last-notification", { period: count("days", entry.days) });
    case "nth-deposit": {
      const { deposits: number, days } = entry;
      if (days === 0) return say("entry.nth-deposit-at-once", { number });
      return say("entry.nth-deposit", { number, period: count("days", days) });
    }
    case "month-after-nth-consent": {
      const { consents: number, months } = entry;
      if (months === 0) return say("entry.month-after-at-once", { number });
      return say("entry.month-after-nth-consent", { number, months });
    }
    default:
      return say(`entry.${entry.form}`, { parties });
  }
}
