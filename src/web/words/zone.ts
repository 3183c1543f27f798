/// <reference types="vite/client" />
import { useQuery } from "@tanstack/react-query";
import { createContext } from "react";
import { useTranslation } from "react-i18next";
import { formatOffset } from "./locale.ts";
import { presentName } from "./renamed-zones.ts";

/**
 * The IANA zone in which a page speaks of days and hours: an agreement's pages speak in the instrument's.
 * Where none is given, it is the zone of the reader's device.
 */
export const Zone = createContext<string | undefined>(undefined);

/** A zone's place and what the region calls its time, by its name; in the alphabetical order of the places. */
export type Zones = Record<string, readonly [place: string, time: string]>;

const files = import.meta.glob<{ default: Zones }>("./zones/*.json");

/** The world's time zones in a language. `npm run web:locales` writes them, because browsers lack some languages. */
export async function loadZones(language: string): Promise<Zones> {
  return (await files[`./zones/${language}.json`]?.())?.default ?? {};
}

/** Names zones in the reader's language; `zones` is empty until the names have come. */
export function useZones() {
  const { language } = useTranslation().i18n;
  const { data: zones = {} } = useQuery({
    queryKey: ["zones", language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => loadZones(language),
  });
  return {
    zones,
    zoneLabel: (zone: string, at?: Date) => zoneLabel(zones, language, zone, at),
  };
}

/** What a reader knows a zone by: its place, what the region calls its time, and how far it is from UTC. */
export function zoneLabel(zones: Zones, language: string, zone: string, at = new Date()): string {
  const offset = formatOffset(language, at, zone);
  const known = zones[presentName(zone)];
  if (!known) return offset;
  const words = [...new Set(known)].filter(Boolean).join(" · ");
  return `${words} (${offset})`;
}

/** The zones that a form offers, UTC first, then the one that is likely. */
export function offeredZones(zones: Zones, likely: string): string[] {
  return [...new Set(["UTC", presentName(likely), ...Object.keys(zones)])];
}
