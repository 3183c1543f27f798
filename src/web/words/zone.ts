import { createContext } from "react";

/**
 * The IANA zone in which a page speaks of days and hours: an agreement's pages speak in the instrument's.
 * Where none is given, it is the zone of the reader's device.
 */
export const Zone = createContext<string | undefined>(undefined);

/** What a reader knows a zone by: its own name, what the region calls its time, and how far it is from UTC. */
export function zoneLabel(zone: string, language: string, at: Date = new Date()): string {
  const named = (timeZoneName: "longGeneric" | "shortOffset") =>
    new Intl.DateTimeFormat(language === "ar" ? "ar-u-nu-latn" : language, {
      timeZone: zone,
      timeZoneName,
    })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  if (zone === "UTC") return "UTC";
  const [generic, offset] = [named("longGeneric"), named("shortOffset")];
  const place = zone.replaceAll("_", " ");
  return generic === offset ? `${place} (${offset})` : `${place} · ${generic} (${offset})`;
}

/** The zones that a form offers, UTC first. */
export function allZones(also: string): string[] {
  return [...new Set(["UTC", also, ...Intl.supportedValuesOf("timeZone")])];
}
