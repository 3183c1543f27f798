import { clockIn } from "./clock.ts";
import { commaOf } from "./comma-of.ts";
import { formatDate } from "./format-date.ts";

/**
 * An instant in words, in a zone and with the zone's name: `29 November 2026, 01:35 (Asia/Almaty, UTC+05:00)`, and in
 * UTC `28 November 2026, 20:35 UTC`. With `seconds` the time includes them. Zones have their IANA names in every
 * language, because a text's bytes must not change with the release of a JavaScript engine.
 */
export function formatInstant(
  at: Date,
  language: string,
  { zone, seconds = false }: { zone: string; seconds?: boolean },
): string {
  const { day, time, offset } = clockIn(at.toISOString(), zone);
  const shown = seconds ? time : time.slice(0, 5);
  const named = isUtc(zone) ? `${shown} UTC` : `${shown} (${zone}, UTC${offset})`;
  return `${formatDate(day, language) ?? day}${commaOf(language)}${named}`;
}

/** The same in figures, for tables: `2026-11-29 01:35:00 +05:00`. The zone is named once, above the table. */
export function instantInFigures(at: Date, zone: string): string {
  const { day, time, offset } = clockIn(at.toISOString(), zone);
  return `${day} ${time}\u00a0${offset}`;
}

function isUtc(zone: string): boolean {
  return /^(?:etc\/)?(?:utc|uct|universal|zulu)$/i.test(zone);
}
