/** What a number counts, if the language has to decline or inflect the noun with it. */
export const units = ["hours", "days", "working-days", "months", "years"] as const;
export type Unit = (typeof units)[number];

/** How a number stands in a sentence: `{{entry_days:ordinal genitive}}`, `{{stay_months:months}}`. */
export type NumberForm = {
  /** A bare number, the number of a place in a row, or a count of a unit with its noun. */
  kind: "cardinal" | "ordinal" | Unit;
  /** Case, gender and the like, as the language knows them. */
  features: ReadonlySet<string>;
};

/** How a language writes whole numbers in words. */
export type Speller = {
  /** The features that a form may name. */
  features: readonly string[];
  /**
   * A number from 0 to 999 in words. `beside` is printed after the numeral and before the noun: it is empty, or the
   * figures in brackets.
   */
  spell: (value: number, form: NumberForm, beside: string) => string;
};

const kinds: readonly string[] = ["cardinal", "ordinal", ...units];

/** Reads a form: its kind, then features in any order. Null if the kind is unknown or a feature is not the language's. */
export function readNumberForm(words: string, { features }: Speller): NumberForm | null {
  const [kind = "", ...named] = words.split(" ");
  if (!kinds.includes(kind)) return null;
  if (!named.every((feature) => features.includes(feature))) return null;
  return { kind: kind as NumberForm["kind"], features: new Set(named) };
}

/** Hundreds, tens and ones; the ones go up to 19. */
export function partsOf(value: number): { hundreds: number; tens: number; ones: number } {
  const below = value % 100;
  const ones = below < 20 ? below : below % 10;
  return { hundreds: (value - below) / 100, tens: (below - ones) / 10, ones };
}

/** The numeral with its last word changed: only that one is an ordinal. Words are parted by a space or a hyphen. */
export function withLast(numeral: string, change: (last: string) => string): string {
  const end = Math.max(numeral.lastIndexOf(" "), numeral.lastIndexOf("-")) + 1;
  return `${numeral.slice(0, end)}${change(numeral.slice(end))}`;
}
