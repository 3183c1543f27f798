import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import { type FieldProps, given } from "./field-props.ts";

export function DurationFields({ name, terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { sentence } = useTerms();
  const { duration } = terms;
  const years = (label: string, value: number | undefined, empty?: string) => ({
    label,
    value,
    minimum: 1,
    maximum: 100,
    ...(empty !== undefined && { empty }),
  });
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={duration === "unlimited" ? "unlimited" : "limited"}
        options={[
          ["unlimited", sentence({ ...terms, duration: "unlimited" }, "duration")],
          ["limited", t("field.limited")],
        ]}
        onChange={(kind) =>
          set({ duration: kind === "unlimited" ? kind : { years: 5, renewal: "automatic" } })
        }
      />
      {duration !== "unlimited" && (
        <>
          <CountField
            {...years(t("field.years"), duration.years)}
            onChange={(value) => set({ duration: { ...duration, years: value ?? duration.years } })}
          />
          <ChoiceField
            label={t("field.renewal")}
            value={duration.renewal}
            options={[
              ["automatic", t("field.automatic")],
              ["by-decision", t("field.byDecision")],
              ["none", t("field.noRenewal")],
            ]}
            onChange={(renewal) =>
              set({
                duration: given({
                  ...duration,
                  renewal,
                  periodYears: renewal === "none" ? undefined : duration.periodYears,
                }),
              })
            }
          />
          {duration.renewal !== "none" && (
            <CountField
              {...years(t("field.furtherYears"), duration.periodYears, t("field.asFirst"))}
              onChange={(periodYears) => set({ duration: given({ ...duration, periodYears }) })}
            />
          )}
        </>
      )}
    </Stack>
  );
}
