import type { Amendment, EntryClause, NoticeOfWithdrawal, StatedTerm } from "#workflows/terms.ts";
import { formatDate } from "../format-date.ts";
import { pluralForm } from "../plural-form.ts";
import { nameOfText } from "../testimonium.ts";
import type { StatedValues } from "./stated.ts";

type Words = {
  values: Record<string, string>;
  periods: Record<string, Record<string, string>>;
};

/** A term's value in words, as the end of a sentence: `notice of 6 months`. */
export function valueWords(
  term: StatedTerm,
  value: unknown,
  language: string,
  words: Words,
): string {
  const speak = (key: string, values: Record<string, string> = {}) => {
    const phrase = words.values[`${term}.${key}`];
    if (phrase === undefined) throw new Error(`There are no words for ${term}.${key}.`);
    return phrase.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
  const period = (unit: "days" | "months" | "years", count: number) => {
    const forms = words.periods[unit] ?? {};
    const form = forms[pluralForm(language, count)] ?? forms.other ?? "{n}";
    return form.replace("{n}", String(count));
  };
  const speakers: Record<StatedTerm, () => string> = {
    consent: () => {
      const acts = value as StatedValues["consent"];
      return speak(acts.length > 1 ? "both" : (acts[0] ?? "both"));
    },
    entry: () => entryWords(value as EntryClause, language, speak, period),
    provisional: () => speak(String(value)),
    reservations: () => {
      const { rule, except = [] } = value as StatedValues["reservations"];
      return except.length > 0 ? speak("except", { articles: except.join(", ") }) : speak(rule);
    },
    duration: () => durationWords(value as StatedValues["duration"], speak, period),
    withdrawal: () => withdrawalWords(value as NoticeOfWithdrawal | string, speak, period),
    accession: () => speak(String(value)),
    amendment: () => {
      if (typeof value === "string") return speak(value);
      const amendment = value as Amendment;
      if (amendment.binds === "share") return speak(amendment.of);
      if (amendment.binds !== "unless-objected") return speak(amendment.binds);
      return speak(amendment.binds, { period: period("months", amendment.months) });
    },
    settlement: () => speak(String(value)),
    prevailing: () => {
      if (value === null) return speak("none");
      return speak("text", { language: nameOfText(String(value), language) });
    },
    depositary: () => speak(String(value)),
    minimumParties: () => speak("number", { parties: String(value ?? 2) }),
  };
  return speakers[term]();
}

type Speak = (key: string, values?: Record<string, string>) => string;
type Period = (unit: "days" | "months" | "years", count: number) => string;

function entryWords(clause: EntryClause, language: string, speak: Speak, period: Period): string {
  switch (clause.form) {
    case "fixed-date":
      return speak(clause.form, { date: formatDate(clause.date, language) ?? clause.date });
    case "after-last-notification":
      return speak(clause.form, { days: period("days", clause.days) });
    case "nth-deposit": {
      const { days, deposits } = clause;
      return speak(clause.form, { days: period("days", days), deposits: String(deposits) });
    }
    case "month-after-nth-consent": {
      const { months, consents } = clause;
      return speak(clause.form, { months: period("months", months), consents: String(consents) });
    }
    default:
      return speak(clause.form);
  }
}

function durationWords(value: StatedValues["duration"], speak: Speak, period: Period): string {
  if (value === "unlimited") return speak(value);
  const { years, renewal, periodYears = years } = value;
  const words = { years: period("years", years), further: period("years", periodYears) };
  if (renewal === undefined) return speak("unread", words);
  if (periodYears === years || renewal === "none") return speak(renewal, words);
  return speak(renewal === "automatic" ? "further" : "further-by-decision", words);
}

function withdrawalWords(value: NoticeOfWithdrawal | string, speak: Speak, period: Period): string {
  if (typeof value === "string") return speak(value);
  const length = "months" in value ? period("months", value.months) : period("days", value.days);
  let notice = speak("notice", { period: length });
  if (value.notBeforeYears) {
    notice = speak("not-before", { notice, years: period("years", value.notBeforeYears) });
  }
  return value.atYearEnd ? speak("year-end", { notice }) : notice;
}
