import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { useMemo } from "react";
import { presentName } from "../words/renamed-zones.ts";
import { offeredZones, useZones } from "../words/zone.ts";
import { bestFirst } from "./picking.ts";

type Props = {
  label: string;
  description?: string;
  required?: boolean;
  /** An IANA zone. */
  value: string;
  /** The zone offered first. */
  likely: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
};

/** A picker for time zones, searchable by place, by the name of the time, or by the IANA name. */
export function ZoneSelect({ value, likely, onChange, ...shown }: Props) {
  const { zones, zoneLabel } = useZones();
  const data = useMemo(
    () => offeredZones(zones, likely).map((zone) => ({ value: zone, label: zoneLabel(zone) })),
    [zones, likely, zoneLabel],
  );
  return (
    <Select
      {...shown}
      searchable
      allowDeselect={false}
      limit={50}
      data={data}
      filter={byNameToo}
      value={presentName(value)}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}

/** Zones whose own words match, then zones of which only the IANA name matches. */
const byNameToo: OptionsFilter = ({ options, search, limit }) => {
  const said = bestFirst({ options, search, limit }) as ComboboxItem[];
  const typed = search.trim().toLowerCase().replaceAll(" ", "_");
  const named = (options as ComboboxItem[]).filter(({ value }) =>
    value.toLowerCase().includes(typed),
  );
  return [...new Set([...said, ...named])].slice(0, limit);
};
