import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { clockIn, instantOf } from "#src/text/clock.ts";
import { useZones } from "../../words/zone.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A day and a time in the instrument's time zone, which is named beside the field. The value is an instant. */
export function InstantField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { zoneLabel } = useZones();
  const { name, optional } = field;
  const { zone } = agreement.terms;
  const instant = text(values, name);
  const shown = clockIn(instant || new Date().toISOString(), zone);
  const at = instant === "" ? new Date() : new Date(instant);
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={[hint, t("inZone", { zone: zoneLabel(zone, at) })].filter(Boolean).join(" ")}
      required={!optional}
      value={instant === "" ? "" : `${shown.day}T${shown.time.slice(0, 5)}`}
      onChange={({ currentTarget: { value } }) =>
        set({ [name]: value === "" ? "" : instantOf(value, zone).toISOString() })
      }
    />
  );
}
