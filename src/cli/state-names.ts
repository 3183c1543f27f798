/**
 * Languages in which texts are drafted and for which browsers, Workers and small builds of Node have no data (Chromium 148,
 * workerd, `small-icu`). They answer in English, or with the code, and do not fail.
 */
export const lackedByEngines = ["kk", "az", "be", "hy", "ka", "ky", "mk", "tg", "uz"] as const;

/**
 * Members of the United Nations and the Holy See, by ISO 3166 code. Not the two Congos and Palestine, which CLDR calls by a
 * capital or as territories: a text names them as the office does.
 */
const states =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CF CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(
    " ",
  );

/** The short names of States in those languages, from the CLDR data of this Node, without what CLDR adds in brackets. */
export function stateNames(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    lackedByEngines.map((language) => {
      const named = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
      const names = states.map((code) => [code, (named.of(code) ?? "").split(" (", 1)[0]]);
      return [language, Object.fromEntries(names)];
    }),
  );
}
