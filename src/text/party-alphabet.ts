type Named = { names: Record<string, string> };

/**
 * Compares parties by the alphabet of a language, as Unicode collates it: by the official name without its article. A
 * Government compares as its State, so pass the State's names. Parties without a name in the language come last.
 */
export function byAlphabet(language: string): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(language);
  const keyOf = ({ names }: Named) => withoutArticle(names[language] ?? "");
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return compare(left, right);
  };
}

/** The article of an English or French name, which no alphabet counts. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the |les? |la |l[’'])/i, "");
}
