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
  /** The zone that is offered before the others. */
  likely: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
};

/** A time zone, found by its place, by the name of its time or by what IANA calls it. */
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

/** Those whose words were typed, then those of which only the name in IANA's database was. */
const byNameToo: OptionsFilter = ({ options, search, limit }) => {
  const said = bestFirst({ options, search, limit }) as ComboboxItem[];
  const typed = search.trim().toLowerCase().replaceAll(" ", "_");
  const named = (options as ComboboxItem[]).filter(({ value }) =>
    value.toLowerCase().includes(typed),
  );
  return [...new Set([...said, ...named])].slice(0, limit);
};
