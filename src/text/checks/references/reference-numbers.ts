/** A number of a reference; `inserted` is that of an article such as 4 bis. */
export type Numbered = { value: number; inserted?: boolean; dotted?: string | undefined };

const arabic: Record<string, number> = {
  أول: 1,
  أولى: 1,
  ثاني: 2,
  ثالث: 3,
  رابع: 4,
  خامس: 5,
  سادس: 6,
  سابع: 7,
  ثامن: 8,
  تاسع: 9,
  عاشر: 10,
  حادي: 1,
};
const arabicTens: Record<string, number> = {
  عشر: 20,
  ثلاث: 30,
  أربع: 40,
  خمس: 50,
  ست: 60,
  سبع: 70,
  ثمان: 80,
  تسع: 90,
};
const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const chinese = "零一二三四五六七八九";

const one =
  /(?<figure>[0-9]{1,3})(?:\.(?<dotted>[0-9]{1,2}))?|(?<roman>[IVXLC]{1,7})(?![\p{L}])|(?<chinese>[一二三四五六七八九十百零]{1,7})|première?|ال(?<tens>عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)[وي]ن|ال(?<unit>أولى?|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)ة?(?: (?:(?<teen>عشرة?)|وال(?<more>عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)[وي]ن))?/gu;

/** The numbers of a list: `3, 5 and 7`, `XII`, «الثانية عشرة», “4 bis”. */
export function readNumbers(list: string): Numbered[] {
  const found = [...list.matchAll(one)];
  return found.map((match, at) => {
    const { groups = {}, index } = match;
    const rest = list.slice(index + match[0].length, found[at + 1]?.index);
    const inserted = /^ ?(?:bis|ter|quater|quinquies)/.test(rest);
    return {
      value: numberOf(match[0], groups),
      ...(groups.dotted && { dotted: groups.dotted }),
      ...(inserted && { inserted }),
    };
  });
}

function numberOf(said: string, groups: Record<string, string | undefined>): number {
  const { figure, roman, tens, unit, teen, more } = groups;
  if (figure) return Number(figure);
  if (roman) return romanValue(roman);
  if (groups.chinese) return chineseValue(groups.chinese);
  if (tens) return arabicTens[tens] ?? 0;
  if (unit) return (arabic[unit] ?? 0) + (teen ? 10 : 0) + (more ? (arabicTens[more] ?? 0) : 0);
  return /^premi/.test(said) ? 1 : 0;
}

function romanValue(roman: string): number {
  const values = [...roman].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** 十二 is 12, 二十 is 20, 一百零二 is 102. */
function chineseValue(words: string): number {
  let [sum, digit] = [0, 0];
  for (const sign of words) {
    if (sign === "百") [sum, digit] = [sum + (digit || 1) * 100, 0];
    else if (sign === "十") [sum, digit] = [sum + (digit || 1) * 10, 0];
    else digit = chinese.indexOf(sign);
  }
  return sum + digit;
}
