/** The months as written in a date, by language. */
export const months: Record<string, string[]> = {
  en: "January February March April May June July August September October November December".split(
    " ",
  ),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(
    " ",
  ),
  ar: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(
    " ",
  ),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
    " ",
  ),
};

/**
 * A civil date (`2026-11-23`) as an instrument writes it; null if it is not a date. The words are our own, because a
 * JavaScript engine's change with its release and a text's bytes must not.
 */
export function formatDate(date: string, language: string): string | null {
  const [, year, month, day] = date.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  const instant = new Date(`${date}T00:00:00Z`);
  if (!year || Number.isNaN(instant.getTime()) || instant.getUTCDate() !== Number(day)) return null;
  const name = months[language]?.[Number(month) - 1];
  if (!name) return date;
  if (language === "kk") return `${year} жылғы ${Number(day)} ${name}`;
  if (language === "ru") return `${Number(day)} ${name} ${year} года`;
  if (language === "fr" && day === "01") return `1er ${name} ${year}`;
  return `${Number(day)} ${name} ${year}`;
}
