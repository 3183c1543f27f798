import { partsOf, type Speller, type Unit, withLast } from "./number-form.ts";

/** English: `thirty days`, `thirtieth`; with `possessive`, `thirty days’`. */
export const english: Speller = {
  features: ["possessive"],
  spell: (value, { kind, features }, beside) => {
    if (kind === "cardinal") return `${cardinal(value)}${beside}`;
    if (kind === "ordinal") return `${ordinal(value)}${beside}`;
    const noun = value === 1 ? nouns[kind] : `${nouns[kind]}s`;
    return `${cardinal(value)}${beside} ${features.has("possessive") ? possessive(noun) : noun}`;
  },
};

const nouns: Record<Unit, string> = {
  hours: "hour",
  days: "day",
  "working-days": "working day",
  months: "month",
  years: "year",
};

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The last words that are not made into an ordinal by `th`. */
const ordinals: Record<string, string> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

function cardinal(value: number): string {
  const parts = partsOf(value);
  if (value > 0 && parts.hundreds > 0) {
    const rest = value % 100;
    const hundreds = `${ones[parts.hundreds]} hundred`;
    return rest > 0 ? `${hundreds} and ${cardinal(rest)}` : hundreds;
  }
  if (parts.tens === 0) return ones[parts.ones] ?? "";
  const ten = tens[parts.tens - 2] ?? "";
  return parts.ones > 0 ? `${ten}-${ones[parts.ones]}` : ten;
}

function ordinal(value: number): string {
  return withLast(cardinal(value), (last) => ordinals[last] ?? `${last.replace(/y$/, "ie")}th`);
}

function possessive(noun: string): string {
  return noun.endsWith("s") ? `${noun}’` : `${noun}’s`;
}
