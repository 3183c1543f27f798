/**
 * JSON with one spelling (RFC 8785 for what we write: strings, finite numbers, booleans, null, lists, objects): keys
 * sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them. Throws on anything else, so that every value can be written again.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return JSON.stringify(value);
  }
  if (Number.isSafeInteger(value) || isFraction(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
    return `{${fields.join(",")}}`;
  }
  throw new TypeError(`Not part of canonical JSON: ${typeof value}`);
}

/** A larger whole number is refused: another program may read it as its neighbour. */
function isFraction(value: unknown): value is number {
  return Number.isFinite(value) && !Number.isInteger(value);
}
