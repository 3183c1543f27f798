import { labelsOf } from "#src/text/list-labels.ts";

/** The characters of Word's numbering formats (ISO 29500-1, 17.18.59). */
const formats: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, "0"),
  lowerLetter: (n) => repeated("abcdefghijklmnopqrstuvwxyz", n),
  upperLetter: (n) => repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  russianLower: (n) => repeated("абвгдежзиклмнопрстуфхцчшщыэюя", n),
  russianUpper: (n) => repeated("абвгдежзиклмнопрстуфхцчшщыэюя", n).toUpperCase(),
  arabicAbjad: (n) => repeated("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", n),
  arabicAlpha: (n) => repeated("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", n),
  hebrew1: (n) => labelsOf("he")[1](n).replaceAll(/[()]/g, ""),
  hebrew2: (n) => repeated("אבגדהוזחטיכלמנסעפצקרשת", n),
  hindiNumbers: (n) => String(n).replaceAll(/\d/g, (d) => "٠١٢٣٤٥٦٧٨٩"[Number(d)] ?? d),
  none: () => "",
};

/** Writes a number in one of Word's formats. Null for an unknown format. */
export function formatted(value: number, format: string): string | null {
  return formats[format]?.(value) ?? null;
}

/** After z, Word continues with aa, bb, cc. */
function repeated(alphabet: string, n: number): string {
  const all = [...alphabet];
  if (n < 1) return "";
  const letter = all[(n - 1) % all.length] ?? "";
  return letter.repeat(Math.min(20, Math.ceil(n / all.length)));
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const parts: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = n;
  return parts
    .map(([value, letters]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return letters.repeat(times);
    })
    .join("");
}
