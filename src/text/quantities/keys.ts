import type { Quantity } from "./quantity.ts";
import type { QuantityWords } from "./quantity-words.ts";

const hours: Partial<Record<string, number>> = { hours: 1, days: 24, weeks: 168 };
const months: Partial<Record<string, number>> = { months: 1, years: 12 };

/** The keys of a number or a share: two that share a key say the same. */
export function keysOf({ kind, value, unit }: Quantity, own: QuantityWords | null): string[] {
  if (kind === "share" || (kind === "implied" && value < 1)) {
    const time = unit && timeKey(value, unit);
    return time ? [time] : [...shareKeys(value), ...(value === 0.25 ? ["m:3", "n:3"] : [])];
  }
  const keys = [`n:${value}`];
  if (unit === "percent") keys.push(shareKey(value / 100));
  else if (unit && kind !== "ordinal") {
    const key = timeKey(value, unit);
    if (key) keys.push(key);
    // Quinze jours are two weeks.
    if (own?.bareThousand && unit === "days" && value === 15) keys.push("h:336");
  }
  return keys;
}

/** The fifth of five parts may be the fifth of a row too. */
function shareKeys(value: number): string[] {
  const parts = 1 / value;
  return Number.isInteger(parts) ? [shareKey(value), `n:${parts}`] : [shareKey(value)];
}

/** What a number says of time in its smallest unit, so that twelve months are a year. */
function timeKey(value: number, unit: string): string | null {
  const [inHours, inMonths] = [hours[unit], months[unit]];
  if (inHours) return `h:${round(value * inHours)}`;
  return inMonths ? `m:${round(value * inMonths)}` : null;
}

export function shareKey(value: number): string {
  return `f:${round(value)}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
