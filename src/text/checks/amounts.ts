import words from "../../../templates/currencies.json" with { type: "json" };

/**
 * The numbers of a text, each with the code of an adjacent currency: `1000 USD`. A comma, a point or a space before
 * three digits separates thousands; any other comma or point is decimal.
 */
export function takeAmounts(text: string): string[] {
  return [...text.matchAll(number)].map(({ 0: digits, index }) => {
    const scaled = scale.exec(text.slice(index + digits.length, index + digits.length + 80));
    const after = index + digits.length + (scaled?.[0].length ?? 0);
    const value = String(numberIn(digits) * scaleOf(scaled?.groups));
    const currency =
      currencyIn(following.exec(text.slice(after, after + 80))) ??
      currencyIn(preceding.exec(text.slice(Math.max(0, index - 80), index)));
    return currency ? `${value} ${currency}` : value;
  });
}

const number = /(?<!\d)(?:\d{1,3}(?:[ ,.]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)/g;

function numberIn(digits: string): number {
  const grouped = /^(\d{1,3}(?:[ ,.]\d{3})+)(?:[.,](\d+))?$/.exec(digits);
  if (!grouped) return Number(digits.replace(",", "."));
  return Number(`${grouped[1]?.replaceAll(/[ ,.]/g, "")}.${grouped[2] ?? 0}`);
}

const scale = new RegExp(
  `^ (?:(?<thousand>${words.thousand.map(literal).join("|")})|(?<million>${words.million
    .map(literal)
    .join("|")})|(?<billion>${words.billion.map(literal).join("|")}))[\\p{L}]*\\.?`,
  "iu",
);

function scaleOf(groups: Record<string, string> = {}): number {
  if (groups.thousand) return 1e3;
  if (groups.million) return 1e6;
  return groups.billion ? 1e9 : 1;
}

const codes = new Map(
  Object.entries(words.currencies).flatMap(([code, names]) =>
    names.map((name) => [name.replaceAll(/[أإآ]/g, "ا").toLowerCase(), code] as const),
  ),
);
const names = [...codes.keys()]
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join("|");
const following = new RegExp(`^ ?(?:of |de |d’)?(?<name>${names})`, "iu");
const preceding = new RegExp(`(?<![\\p{L}])(?<name>${names})[\\p{L}]* ?$`, "iu");

function currencyIn(found: RegExpExecArray | null): string | undefined {
  return codes.get(found?.groups?.name?.toLowerCase() ?? "");
}

function literal(name: string): string {
  return name.replaceAll(/[أإآ]/g, "ا").replaceAll(/[$.]/g, "\\$&");
}
