import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import { type FieldProps, given } from "./field-props.ts";
import { OptOutFields } from "./opt-out-fields.tsx";

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
                  optOut: renewal === "automatic" ? duration.optOut : undefined,
                  decidedBy: renewal === "by-decision" ? duration.decidedBy : undefined,
                }),
              })
            }
          />
          {duration.renewal === "automatic" && (
            <OptOutFields
              optOut={duration.optOut}
              change={(optOut) => set({ duration: given({ ...duration, optOut }) })}
            />
          )}
          {duration.renewal === "by-decision" && (
            <ChoiceField
              label={t("field.decidedBy")}
              value={duration.decidedBy ?? "all"}
              options={[
                ["all", t("field.allParties")],
                ["majority", t("field.majority")],
                ["organ", t("field.ownOrgan")],
              ]}
              onChange={(by) =>
                set({
                  duration: given({ ...duration, decidedBy: by === "all" ? undefined : by }),
                })
              }
            />
          )}
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
