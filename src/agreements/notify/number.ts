import type { NotificationNumber } from "#src/db/tables/notifications.ts";

/** The number as it is written: `DN.12.2027`. */
export function writtenNumber({ prefix, serial, year }: NotificationNumber): string {
  return `${prefix}.${serial}.${year}`;
}

/** The parts of a written number; null if it is not one. */
export function readNumber(written: string): NotificationNumber | null {
  const [, prefix, serial, year] =
    /^([A-Z][A-Z0-9-]{0,11})\.([1-9]\d{0,6})\.(\d{4})$/.exec(written) ?? [];
  if (!prefix) return null;
  return { prefix, serial: Number(serial), year: Number(year) };
}
