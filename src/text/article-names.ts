import { chineseNumber } from "./list-labels.ts";

/**
 * How a language heads an article, with `#` for its number. Taken from the translations of the Universal Declaration of
 * Human Rights that the United Nations' High Commissioner for Human Rights publishes, without the full stop that some
 * of them add.
 */
const headings: Record<string, string> = {
  de: "Artikel #",
  es: "Artículo #",
  pt: "Artigo #.º",
  it: "Articolo #",
  nl: "Artikel #",
  da: "Artikel #",
  sv: "Artikel #",
  nb: "Artikkel #",
  nn: "Artikkel #",
  no: "Artikkel #",
  fi: "#. artikla",
  is: "#. grein",
  et: "Artikkel #",
  lv: "#. pants",
  lt: "# straipsnis",
  pl: "Artykuł #",
  cs: "Článek #",
  sk: "Článok #",
  hu: "#. cikk",
  sl: "#. člen",
  el: "Άρθρο #",
  tr: "Madde #",
  he: "סעיף #",
  ko: "제#조",
  ga: "Airteagal #",
  lb: "Artikel #",
  be: "Артыкул #",
  uk: "Стаття #",
  ky: "#-статья",
  tg: "Моддаи #",
  uz: "#-modda",
  "uz-Cyrl": "#-модда",
  hy: "Հոդված #",
  az: "Maddə #",
  ro: "Articolul #",
  mk: "Член #",
  ka: "მუხლი #",
  id: "Pasal #",
  tl: "Artikulo #",
  vi: "Điều #",
  th: "ข้อ #",
  lo: "ມາດຕາ #",
  km: "មាត្រា #",
  my: "အပိုဒ် #",
  ta: "உறுப்புரை #",
  ja: "第#条",
  zh: "第#条",
};

/** The zero of a language's own digits, if it writes them. */
const zeros: Record<string, number> = { km: 0x17e0, my: 0x1040 };

/** The heading of an article in a language; null if we know none. The space in it does not break. */
export function articleName(language: string): ((number: number) => string) | null {
  const primary = language.split("-", 1)[0] ?? language;
  const heading = headings[language] ?? headings[primary];
  if (heading === undefined) return null;
  const zero = zeros[primary];
  const written = primary === "zh" ? chineseNumber : (number: number) => figures(number, zero);
  return (number) => heading.replace(" ", "\u00a0").replace("#", written(number));
}

function figures(number: number, zero: number | undefined): string {
  const digits = String(number);
  if (zero === undefined) return digits;
  return [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
}
