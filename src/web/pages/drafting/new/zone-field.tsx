import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { serviceQuery } from "../../../api/service.ts";
import { ZoneSelect } from "../../../shell/zone-select.tsx";
import type { DraftDescription, Template } from "./description.ts";

type Props = {
  template: Template;
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  error: string | undefined;
};

/** The time zone for signature, deadlines and print. Defaults to the template's zone, or the office's. */
export function ZoneField({ template, given, change, error }: Props) {
  const { t } = useTranslation("new-agreement");
  const office = useQuery(serviceQuery).data?.zone ?? "UTC";
  const preset = template.zone ?? office;
  return (
    <ZoneSelect
      label={t("zone")}
      description={t("zoneHint")}
      value={given.zone ?? preset}
      likely={preset}
      onChange={(zone) => change({ zone })}
      error={error}
    />
  );
}
