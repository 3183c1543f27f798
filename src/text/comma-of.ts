const arabicScript = /^(?:ar|fa|ur|ps|ug|ckb|sd)(?:-|$)/;
const chineseScript = /^(?:zh|ja)(?:-|$)/;

/** What stands between two names or figures in a language (CLDR, list patterns "unit"). */
export function commaOf(language: string): string {
  if (arabicScript.test(language)) return "، ";
  return chineseScript.test(language) ? "、" : ", ";
}
