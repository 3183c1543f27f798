const signs: Record<"superscript" | "subscript", Record<string, string>> = {
  superscript: pairs("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"),
  subscript: pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
};

/** Superscript or subscript digits as Unicode characters. Null if a character has none. */
export function raisedText(text: string, raised: "superscript" | "subscript"): string | null {
  let out = "";
  for (const sign of text) {
    const own = sign.trim() === "" ? sign : signs[raised][sign];
    if (own === undefined) return null;
    out += own;
  }
  return out;
}

function pairs(from: string, to: string): Record<string, string> {
  const raised = [...to];
  return Object.fromEntries([...from].map((sign, at) => [sign, raised[at] ?? sign]));
}
