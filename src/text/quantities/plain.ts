/**
 * The same text with digits of any script as 0 to 9, every space as one kind, one minus and one alif. Each character
 * keeps its place, so what is read in it can be quoted from the text.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/[\s\u200e\u200f\u061c]/g, " ")
    .replaceAll(/[أإآ]/g, "ا")
    .replaceAll("٬", ",")
    .replaceAll("٫", ".")
    .replaceAll("−", "-");
}
