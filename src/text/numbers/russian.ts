import { type NumberForm, partsOf, type Speller, type Unit } from "./number-form.ts";

const cases = [
  "nominative",
  "genitive",
  "dative",
  "accusative",
  "instrumental",
  "prepositional",
] as const;
type Case = (typeof cases)[number];
type Gender = "masculine" | "feminine" | "neuter";

/**
 * Russian: a case and, for a numeral alone or an ordinal, a gender; nominative and masculine by default. Things are
 * counted, not people: the accusative is that of inanimate nouns.
 */
export const russian: Speller = {
  features: [...cases, "masculine", "feminine", "neuter"],
  spell: (value, form, beside) => {
    const wanted = caseOf(form);
    const { kind } = form;
    if (kind === "ordinal") return `${ordinal(value, wanted, genderOf(form))}${beside}`;
    if (kind === "cardinal") return `${cardinal(value, wanted, genderOf(form))}${beside}`;
    return `${cardinal(value, wanted, "masculine")}${beside} ${counted(value, wanted, nouns[kind])}`;
  },
};

function caseOf({ features }: NumberForm): Case {
  return cases.find((one) => features.has(one)) ?? "nominative";
}

function genderOf({ features }: NumberForm): Gender {
  if (features.has("feminine")) return "feminine";
  return features.has("neuter") ? "neuter" : "masculine";
}

/** A masculine noun in the order of the cases: one of it, many of it, and the form after два, три and четыре. */
type Noun = { one: string[]; many: string[]; few: string };

const nouns: Record<Unit, Noun> = {
  hours: {
    one: "час часа часу час часом часе".split(" "),
    many: "часы часов часам часы часами часах".split(" "),
    few: "часа",
  },
  days: {
    one: "день дня дню день днем дне".split(" "),
    many: "дни дней дням дни днями днях".split(" "),
    few: "дня",
  },
  "working-days": {
    one: "рабочий день,рабочего дня,рабочему дню,рабочий день,рабочим днем,рабочем дне".split(","),
    many: "рабочие дни,рабочих дней,рабочим дням,рабочие дни,рабочими днями,рабочих днях".split(
      ",",
    ),
    few: "рабочих дня",
  },
  months: {
    one: "месяц месяца месяцу месяц месяцем месяце".split(" "),
    many: "месяцы месяцев месяцам месяцы месяцами месяцах".split(" "),
    few: "месяца",
  },
  years: {
    one: "год года году год годом годе".split(" "),
    many: "годы лет годам годы годами годах".split(" "),
    few: "года",
  },
};

/** The noun after a numeral: один месяц, два месяца, пять месяцев; шести месяцам. */
function counted(value: number, wanted: Case, { one, many, few }: Noun): string {
  const { ones } = partsOf(value);
  const at = cases.indexOf(wanted);
  if (ones === 1) return one[at] ?? "";
  if (wanted !== "nominative" && wanted !== "accusative") return many[at] ?? "";
  return ones >= 2 && ones <= 4 ? few : (many[1] ?? "");
}

const one: Record<Gender, string[]> = {
  masculine: "один одного одному один одним одном".split(" "),
  feminine: "одна одной одной одну одной одной".split(" "),
  neuter: "одно одного одному одно одним одном".split(" "),
};
const two = "два двух двум два двумя двух".split(" ");
const small = [
  "три трех трем три тремя трех".split(" "),
  "четыре четырех четырем четыре четырьмя четырех".split(" "),
];
/** From пять to двадцать and тридцать: one declension, of which восемь alone changes its stem. */
const soft =
  "пят шест сем восем девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат".split(
    " ",
  );
const softEndings = "ь и и ь ью и".split(" ");
const tens: string[][] = [
  declined("двадцат"),
  declined("тридцат"),
  "сорок сорока сорока сорок сорока сорока".split(" "),
  ...["пят", "шест", "сем", "восем"].map((stem) => {
    const [bare, oblique] = [`${stem}ьдесят`, `${declined(stem)[1]}десяти`];
    return [bare, oblique, oblique, bare, `${stem}ьюдесятью`, oblique];
  }),
  "девяносто девяноста девяноста девяносто девяноста девяноста".split(" "),
];
const hundreds: string[][] = [
  "сто ста ста сто ста ста".split(" "),
  "двести двухсот двумстам двести двумястами двухстах".split(" "),
  "триста трехсот тремстам триста тремястами трехстах".split(" "),
  "четыреста четырехсот четыремстам четыреста четырьмястами четырехстах".split(" "),
  ...["пят", "шест", "сем", "восем", "девят"].map((stem) => {
    const oblique = declined(stem)[1];
    return [
      `${stem}ьсот`,
      `${oblique}сот`,
      `${oblique}стам`,
      `${stem}ьсот`,
      `${stem}ьюстами`,
      `${oblique}стах`,
    ];
  }),
];

function declined(stem: string): string[] {
  return softEndings.map((ending) =>
    stem === "восем" && ending === "и" ? "восьми" : `${stem}${ending}`,
  );
}

function cardinal(value: number, wanted: Case, gender: Gender): string {
  const at = cases.indexOf(wanted);
  if (value === 0) return "ноль нуля нулю ноль нулем нуле".split(" ")[at] ?? "";
  const parts = partsOf(value);
  const hundred = hundreds[parts.hundreds - 1]?.[at];
  const ten = tens[parts.tens - 2]?.[at];
  return [hundred, ten, onesOf(parts.ones, at, gender)].filter(Boolean).join(" ");
}

function onesOf(ones: number, at: number, gender: Gender): string | undefined {
  if (ones === 0) return undefined;
  if (ones === 1) return one[gender][at];
  if (ones === 2) return gender === "feminine" ? two[at]?.replace(/а$/, "е") : two[at];
  return ones < 5 ? small[ones - 3]?.[at] : declined(soft[ones - 5] ?? "")[at];
}

/** Ordinals in the nominative masculine. */
const ordinals = {
  ones: "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый".split(
    " ",
  ),
  tens: "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый".split(
    " ",
  ),
  hundreds:
    "сотый двухсотый трехсотый четырехсотый пятисотый шестисотый семисотый восьмисотый девятисотый".split(
      " ",
    ),
};
const hardEndings: Record<Gender, string[]> = {
  masculine: "ый ого ому ый ым ом".split(" "),
  feminine: "ая ой ой ую ой ой".split(" "),
  neuter: "ое ого ому ое ым ом".split(" "),
};
const third: Record<Gender, string[]> = {
  masculine: "третий третьего третьему третий третьим третьем".split(" "),
  feminine: "третья третьей третьей третью третьей третьей".split(" "),
  neuter: "третье третьего третьему третье третьим третьем".split(" "),
};

/** Only the last word of an ordinal is one; the words before it are cardinals in the nominative: сто двадцать пятого. */
function ordinal(value: number, wanted: Case, gender: Gender): string {
  if (value === 0) return adjective("нулевой", wanted, gender);
  const { hundreds, tens, ones } = partsOf(value);
  const last =
    ones > 0
      ? ordinals.ones[ones - 1]
      : tens > 0
        ? ordinals.tens[tens - 2]
        : ordinals.hundreds[hundreds - 1];
  const rest = value - (ones > 0 ? ones : tens > 0 ? tens * 10 : hundreds * 100);
  const before = rest > 0 ? `${cardinal(rest, "nominative", "masculine")} ` : "";
  return `${before}${adjective(last ?? "", wanted, gender)}`;
}

function adjective(nominative: string, wanted: Case, gender: Gender): string {
  const at = cases.indexOf(wanted);
  if (nominative === "третий") return third[gender][at] ?? "";
  // второй, шестой: the stressed ending of the nominative and of the accusative.
  if (gender === "masculine" && (at === 0 || at === 3)) return nominative;
  return `${nominative.slice(0, -2)}${hardEndings[gender][at]}`;
}
