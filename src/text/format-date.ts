import { inKazakhCase, kazakhCases } from "./kazakh-cases.ts";
import { marksOf } from "./language/marks-of.ts";

/** The months as written in a date; undefined if the language has none of its own. */
export function monthsOf(language: string): string[] | undefined {
  return marksOf(language)?.dates?.months;
}

/**
 * A civil date (`2026-11-23`) as an instrument writes it; null if it is not a date. The words are our own, because a
 * JavaScript engine's change with its release and a text's bytes must not.
 */
export function formatDate(date: string, language: string): string | null {
  const [, year, month, day] = date.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  const instant = new Date(`${date}T00:00:00Z`);
  if (!year || Number.isNaN(instant.getTime()) || instant.getUTCDate() !== Number(day)) return null;
  const { months, pattern, firstDay } = marksOf(language)?.dates ?? {};
  if (!months || !pattern) return date;
  return pattern
    .replace("{day}", firstDay && day === "01" ? firstDay : `${Number(day)}`)
    .replace("{month}", months[Number(month) - 1] ?? "")
    .replace("{year}", year);
}

/** A civil date in the case that a Kazakh sentence needs: `2027 жылғы 1 қаңтарда`. Other languages do not decline one. */
export function dateInForm(date: string, form: string, language: string): string | null {
  const written = formatDate(date, language);
  const asked = kazakhCases.find((one) => one === form);
  if (written === null || asked === undefined || !hasDateForm(form, language)) return null;
  return inKazakhCase(written, asked);
}

/** Whether texts of the language can write a date in this form. */
export function hasDateForm(form: string, language: string): boolean {
  return language.split("-", 1)[0] === "kk" && kazakhCases.some((one) => one === form);
}
