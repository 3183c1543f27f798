/** A language's separators for thousands and decimals, and whether the currency precedes the amount. */
const forms: Record<string, { thousands: string; decimal: string; before?: true }> = {
  en: { thousands: ",", decimal: ".", before: true },
  ar: { thousands: ",", decimal: "." },
  ru: { thousands: "\u00a0", decimal: "," },
  kk: { thousands: "\u00a0", decimal: "," },
  fr: { thousands: "\u00a0", decimal: "," },
};

/**
 * An amount (`EUR 1250000.50`: a currency of ISO 4217, a space, units and at most two decimals) as an instrument writes
 * it, on one line; null if it is not one. The currency keeps its code, which is the same in every language and is never
 * declined.
 */
export function formatMoney(amount: string, language: string): string | null {
  const [, currency, units = "", cents] =
    amount.match(/^([A-Z]{3}) (\d{1,15})(?:\.(\d{2}))?$/) ?? [];
  if (!currency || /^0\d/.test(units)) return null;
  const { thousands, decimal, before } = forms[language] ?? { thousands: "\u00a0", decimal: "." };
  const parted = inThousands(units).join(thousands);
  const number = cents ? `${parted}${decimal}${cents}` : parted;
  return before ? `${currency}\u00a0${number}` : `${number}\u00a0${currency}`;
}

/** The digits in groups of three, counted from the end. */
function inThousands(digits: string): string[] {
  const first = digits.length % 3;
  const rest = Array.from({ length: (digits.length - first) / 3 }, (_, index) => {
    const at = first + index * 3;
    return digits.slice(at, at + 3);
  });
  return first > 0 ? [digits.slice(0, first), ...rest] : rest;
}
