/// <reference types="vite/client" />
import { useQuery } from "@tanstack/react-query";
import { createContext } from "react";
import { useTranslation } from "react-i18next";
import { formatOffset } from "./locale.ts";
import { presentName } from "./renamed-zones.ts";

/**
 * The IANA time zone in which a page shows days and times. An agreement's pages use the instrument's zone. Without a
 * provider it is the device's zone.
 */
export const Zone = createContext<string | undefined>(undefined);

/** For each zone its place and the region's name for its time, sorted by place. */
export type Zones = Record<string, readonly [place: string, time: string]>;

const files = import.meta.glob<{ default: Zones }>("./zones/*.json");

/**
 * Loads the names of all time zones in a language. Written by `npm run web:locales`, because browsers lack some
 * languages.
 */
export async function loadZones(language: string): Promise<Zones> {
  return (await files[`./zones/${language}.json`]?.())?.default ?? {};
}

/** Names of zones in the reader's language. `zones` is empty until they are loaded. */
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

/** A zone's label: its place, the region's name for its time, and its offset from UTC. */
export function zoneLabel(zones: Zones, language: string, zone: string, at = new Date()): string {
  const offset = formatOffset(language, at, zone);
  const known = zones[presentName(zone)];
  if (!known) return offset;
  const words = [...new Set(known)].filter(Boolean).join(" · ");
  return `${words} (${offset})`;
}

/** The zones that a form offers: UTC first, then the likely one. */
export function offeredZones(zones: Zones, likely: string): string[] {
  return [...new Set(["UTC", presentName(likely), ...Object.keys(zones)])];
}
