import { ConfigError } from "./env.ts";

/**
 * OFFICE_ZONE: the default IANA zone of new instruments, if neither template nor form names one; UTC unless set.
 *
 * @throws ConfigError if it is not the name of a zone
 */
export function readZone(zone: string | null): string {
  if (zone === null || zone === "") return "UTC";
  try {
    if (/^[A-Za-z]/.test(zone)) {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    }
  } catch {
    // The message below says what was wrong.
  }
  throw new ConfigError(
    `OFFICE_ZONE must be an IANA time zone such as Asia/Almaty, not "${zone}".`,
  );
}
