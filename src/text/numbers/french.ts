import { partsOf, type Speller, type Unit, withLast } from "./number-form.ts";

/**
 * French: `trente jours`, `trentième`; `feminine` for `une`, `vingt et une` and `première`; `de` for the preposition
 * before it, `d’un an`, `de cinq ans`.
 */
export const french: Speller = {
  features: ["feminine", "de"],
  spell: (value, { kind, features }, beside) => {
    const noun = kind === "cardinal" || kind === "ordinal" ? null : nouns[kind];
    const feminine = features.has("feminine") || noun?.feminine === true;
    const numeral =
      kind === "ordinal" ? ordinal(value, feminine) : gendered(cardinal(value), feminine);
    const named = noun ? ` ${value > 1 ? noun.many : noun.one}` : "";
    return `${before(numeral, features)}${numeral}${beside}${named}`;
  },
};

const nouns: Record<Unit, { one: string; many: string; feminine?: true }> = {
  hours: { one: "heure", many: "heures", feminine: true },
  days: { one: "jour", many: "jours" },
  "working-days": { one: "jour ouvrable", many: "jours ouvrables" },
  months: { one: "mois", many: "mois" },
  years: { one: "an", many: "ans" },
};

const ones =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const tens = "vingt trente quarante cinquante soixante".split(" ");

/** `de` loses its vowel before un and une, and before no other numeral: de huit, de onze. */
function before(numeral: string, features: ReadonlySet<string>): string {
  if (!features.has("de")) return "";
  return /^une?$/.test(numeral) ? "d’" : "de ";
}

function gendered(numeral: string, feminine: boolean): string {
  return feminine ? numeral.replace(/\bun$/, "une") : numeral;
}

function cardinal(value: number): string {
  if (value < 100) return below(value);
  const { hundreds } = partsOf(value);
  const rest = value % 100;
  const hundred = hundreds > 1 ? `${ones[hundreds]} cent` : "cent";
  if (rest > 0) return `${hundred} ${below(rest)}`;
  return hundreds > 1 ? `${hundred}s` : hundred;
}

function below(value: number): string {
  if (value < 20) return ones[value] ?? "";
  if (value >= 80) return value === 80 ? "quatre-vingts" : `quatre-vingt-${ones[value - 80]}`;
  const base = value >= 60 ? 60 : value - (value % 10);
  const rest = value - base;
  const ten = tens[base / 10 - 2] ?? "";
  if (rest === 0) return ten;
  return rest === 1 || rest === 11 ? `${ten} et ${ones[rest]}` : `${ten}-${ones[rest]}`;
}

function ordinal(value: number, feminine: boolean): string {
  if (value === 1) return feminine ? "première" : "premier";
  return withLast(cardinal(value), (last) => {
    if (last === "cinq") return "cinquième";
    if (last === "neuf") return "neuvième";
    const stem = last === "vingts" || last === "cents" ? last.slice(0, -1) : last;
    return `${stem.replace(/e$/, "")}ième`;
  });
}
