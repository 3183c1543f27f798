/** Whether two labels are the same apart from punctuation: `(a)`, `a)` and `a.` are equal. */
export const sameLabel = (words: string, ours: string) => core(words) === core(ours);

/** A label without punctuation. Symbols that name what is counted stay: `§ 1` is not `1`. */
const core = (label: string) =>
  digits(label)
    .replaceAll(/[^\p{L}\p{N}§№]+/gu, " ")
    .trim();

const digits = (text: string) =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : digit;
  });
