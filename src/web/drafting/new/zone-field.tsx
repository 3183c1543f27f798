import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { serviceQuery } from "../../api/service.ts";
import { useFormat } from "../../words/format.ts";
import { allZones, zoneLabel } from "../../words/zone.ts";
import type { Description, Template } from "./description.ts";

type Given = {
  template: Template;
  given: Description;
  change: (change: Partial<Description>) => void;
  error: string | undefined;
};

/** In whose days the instrument is signed, counted and printed: at first the template's zone, or the office's. */
export function ZoneField({ template, given, change, error }: Given) {
  const { t } = useTranslation("new-agreement");
  const { language } = useFormat();
  const office = useQuery(serviceQuery).data?.zone ?? "UTC";
  const preset = template.zone ?? office;
  const data = useMemo(
    () => allZones(preset).map((zone) => ({ value: zone, label: zoneLabel(zone, language) })),
    [preset, language],
  );
  return (
    <Select
      label={t("zone")}
      description={t("zoneHint")}
      searchable
      allowDeselect={false}
      limit={50}
      data={data}
      value={given.zone ?? preset}
      onChange={(zone) => change({ zone })}
      error={error}
    />
  );
}
