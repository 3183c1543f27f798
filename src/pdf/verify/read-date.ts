/** Parses a PDF date (ISO 32000-1, 7.9.4): `D:20261123140509Z`, or null. */
export function readDate(text: string): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'(\d\d)'?)?/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = match;
  const offset = sign ? `${sign}${offsetHours}:${offsetMinutes}` : "Z";
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  // The constructor reads 31 February as 3 March.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(date.getTime()) || Number(day) > lastDay ? null : date;
}

/** RFC 3339, or null for a day that does not exist, as a certificate may name one. */
export function isoOf(date: Date | null | undefined): string | null {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
