import { type NumberForm, partsOf, type Speller, type Unit } from "./number-form.ts";

/**
 * Arabic: `nominative` by default, `genitive` or `accusative`; `feminine` for a numeral alone or an ordinal. Nouns are
 * singular, dual or plural with their numeral; an ordinal is definite: اليوم الثلاثين.
 */
export const arabic: Speller = {
  features: ["nominative", "genitive", "accusative", "feminine"],
  spell: (value, form, beside) => {
    const { kind, features } = form;
    const feminine = features.has("feminine");
    if (kind === "ordinal") return `${ordinal(value, feminine, isOblique(form))}${beside}`;
    if (kind === "cardinal") return `${cardinal(value, feminine, isOblique(form))}${beside}`;
    return counted(value, nouns[kind], form, beside);
  },
};

type Noun = {
  /** As in شهر واحد and مائة شهر. */
  one: string;
  /** As in أحد عشر شهراً. */
  accusative: string;
  /** Two of it, in the nominative and otherwise. */
  two: [string, string];
  /** As in ثلاثة أشهر. */
  few: string;
  feminine?: true;
};

const nouns: Record<Unit, Noun> = {
  hours: {
    one: "ساعة",
    accusative: "ساعة",
    two: ["ساعتان", "ساعتين"],
    few: "ساعات",
    feminine: true,
  },
  days: { one: "يوم", accusative: "يوماً", two: ["يومان", "يومين"], few: "أيام" },
  "working-days": {
    one: "يوم عمل",
    accusative: "يوم عمل",
    two: ["يوما عمل", "يومي عمل"],
    few: "أيام عمل",
  },
  months: { one: "شهر", accusative: "شهراً", two: ["شهران", "شهرين"], few: "أشهر" },
  years: {
    one: "سنة",
    accusative: "سنة",
    two: ["سنتان", "سنتين"],
    few: "سنوات",
    feminine: true,
  },
};

function isOblique({ features }: NumberForm): boolean {
  return features.has("genitive") || features.has("accusative");
}

const and = " و";

/** Masculine, then feminine: what counts masculine nouns from three to ten has the feminine's ending. */
const ones: [string[], string[]] = [
  "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" "),
  "واحدة اثنتان ثلاث أربع خمس ست سبع ثمان تسع عشر".split(" "),
];
const twos: [[string, string], [string, string]] = [
  ["اثنان", "اثنين"],
  ["اثنتان", "اثنتين"],
];
const tens = "عشر ثلاث أربع خمس ست سبع ثمان تسع".split(" ");
const hundredsBefore =
  "مائة مائتان ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة".split(" ");

function hundredsOf(hundreds: number, oblique: boolean): string {
  if (hundreds === 2) return oblique ? "مائتين" : "مائتان";
  return hundredsBefore[hundreds - 1] ?? "";
}

/** A numeral alone. */
function cardinal(value: number, feminine: boolean, oblique: boolean): string {
  if (value === 0) return "صفر";
  const { hundreds } = partsOf(value);
  const rest = value % 100;
  const parts = [
    hundreds > 0 ? hundredsOf(hundreds, oblique) : "",
    rest > 0 ? below(rest, feminine, oblique) : "",
  ];
  return parts.filter(Boolean).join(and);
}

function below(value: number, feminine: boolean, oblique: boolean): string {
  const own = ones[feminine ? 1 : 0];
  if (value === 2) return twos[feminine ? 1 : 0][oblique ? 1 : 0];
  if (value === 8 && feminine) return "ثمانٍ";
  if (value <= 10) return own[value - 1] ?? "";
  if (value < 20) return `${teenOf(value - 10, feminine, oblique)} ${feminine ? "عشرة" : "عشر"}`;
  const one = value % 10;
  const ten = `${tens[(value - one) / 10 - 2]}${oblique ? "ين" : "ون"}`;
  if (one === 0) return ten;
  // واحد وعشرون, but إحدى وعشرون.
  const first = one === 1 && feminine ? "إحدى" : below(one, feminine, oblique);
  return `${first}${and}${ten}`;
}

function teenOf(one: number, feminine: boolean, oblique: boolean): string {
  if (one === 1) return feminine ? "إحدى" : "أحد";
  if (one === 2) return twos[feminine ? 1 : 0][oblique ? 1 : 0].slice(0, -1);
  return one === 8 && feminine ? "ثماني" : (ones[feminine ? 1 : 0][one - 1] ?? "");
}

/** A numeral with its noun. One and two are said by the noun itself. */
function counted(value: number, noun: Noun, form: NumberForm, beside: string): string {
  const oblique = isOblique(form);
  const { hundreds } = partsOf(value);
  const rest = value % 100;
  const whole = hundreds > 0 ? hundredsOf(hundreds, oblique) : "";
  if (rest === 0) {
    if (hundreds === 0) return `صفر${beside} ${noun.one}`;
    // The dual loses its nūn before its noun: مائتا شهر.
    const before = hundreds === 2 ? whole.slice(0, -1) : whole;
    return `${before}${beside} ${noun.one}`;
  }
  const parts = (words: string) => [whole, words].filter(Boolean).join(and);
  if (rest === 1) return `${parts(single(noun, form))}${beside}`;
  if (rest === 2) return `${parts(noun.two[oblique ? 1 : 0])}${beside}`;
  const feminine = noun.feminine === true;
  if (rest <= 10) {
    const numeral = rest === 8 && feminine ? "ثماني" : below(rest, feminine, oblique);
    return `${parts(numeral)}${beside} ${noun.few}`;
  }
  return `${parts(below(rest, feminine, oblique))}${beside} ${noun.accusative}`;
}

function single({ one, accusative, feminine }: Noun, { features }: NumberForm): string {
  if (feminine) return `${one} واحدة`;
  return features.has("accusative") ? `${accusative} واحداً` : `${one} واحد`;
}

const ordinals: [string[], string[]] = [
  "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(" "),
  "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(" "),
];

/** اليوم الثلاثون, الخامس والعشرون, الثاني عشر, الخامس بعد المائة. */
function ordinal(value: number, feminine: boolean, oblique: boolean): string {
  if (value === 0) return feminine ? "الصفرية" : "الصفري";
  const { hundreds } = partsOf(value);
  const rest = value % 100;
  const hundred = hundreds > 0 ? `ال${hundredsOf(hundreds, oblique)}` : "";
  if (rest === 0) return hundred;
  const small = ordinalBelow(rest, feminine, oblique);
  if (hundreds === 0) return small;
  // After بعد the hundred is in the genitive.
  return `${small} بعد ال${hundredsOf(hundreds, true)}`;
}

function ordinalBelow(value: number, feminine: boolean, oblique: boolean): string {
  const own = ordinals[feminine ? 1 : 0];
  if (value <= 10) return own[value - 1] ?? "";
  const one = value % 10;
  // In compounds the first is الحادي.
  const first = one === 1 ? (feminine ? "الحادية" : "الحادي") : (own[one - 1] ?? "");
  if (value < 20) return `${first} ${feminine ? "عشرة" : "عشر"}`;
  const ten = `ال${tens[(value - one) / 10 - 2]}${oblique ? "ين" : "ون"}`;
  return one === 0 ? ten : `${first}${and}${ten}`;
}
