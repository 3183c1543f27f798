const other =
  /[٠-٩۰-۹０-９\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u200e\u200f\u061cأإآ٬٫−]/g;
const signs: Record<string, string> = { أ: "ا", إ: "ا", آ: "ا", "٬": ",", "٫": ".", "−": "-" };

/**
 * The same text with digits of any script as 0 to 9, every space as one kind, one minus and one alif. Each character
 * keeps its place, so what is read in it can be quoted from the text.
 */
export function plain(text: string): string {
  return text.replaceAll(other, (letter) => {
    const sign = signs[letter];
    if (sign !== undefined) return sign;
    return /\p{Nd}/u.test(letter) ? String((letter.codePointAt(0) ?? 0) & 15) : " ";
  });
}
