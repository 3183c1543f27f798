export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";

/** The plural forms of each language, from CLDR's cardinal rules. */
export const pluralForms: Record<string, PluralForm[]> = {
  en: ["one", "other"],
  ru: ["one", "few", "many", "other"],
  ar: ["zero", "one", "two", "few", "many", "other"],
  kk: ["one", "other"],
  fr: ["one", "many", "other"],
};

/** The plural form for a number (Unicode TR 35, part 3, section 5). */
export function pluralForm(language: string, count: number): PluralForm {
  if (language === "ru") return russian(count);
  if (language === "ar") return arabic(count);
  if (language === "fr") return french(count);
  return count === 1 ? "one" : "other";
}

function russian(count: number): PluralForm {
  if (!Number.isInteger(count)) return "other";
  const [ten, hundred] = [count % 10, count % 100];
  if (ten === 1 && hundred !== 11) return "one";
  if (ten >= 2 && ten <= 4 && !(hundred >= 12 && hundred <= 14)) return "few";
  return "many";
}

function french(count: number): PluralForm {
  if (count < 2) return "one";
  return count % 1_000_000 === 0 ? "many" : "other";
}

function arabic(count: number): PluralForm {
  const small = (["zero", "one", "two"] as const)[count];
  if (small) return small;
  if (!Number.isInteger(count)) return "other";
  const hundred = count % 100;
  if (hundred >= 3 && hundred <= 10) return "few";
  return hundred >= 11 ? "many" : "other";
}
