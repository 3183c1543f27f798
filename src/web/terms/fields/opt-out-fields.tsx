import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";

type Duration = Exclude<Terms["duration"], string>;
type OptOut = NonNullable<Duration["optOut"]>;
type Unit = "months" | "days";
type Props = { optOut: OptOut | undefined; change: (optOut: OptOut | undefined) => void };

const maximum = { months: 120, days: 3660 };

const notice = (unit: Unit, n: number, ends: OptOut["ends"]): OptOut =>
  unit === "months" ? { months: n, ends } : { days: n, ends };

/** Whether a party may keep out of an automatic renewal, for whom it ends the instrument, and how long before. */
export function OptOutFields({ optOut, change }: Props) {
  const { t } = useTranslation("terms");
  const [unit, n]: [Unit, number] =
    optOut && "days" in optOut ? ["days", optOut.days] : ["months", optOut?.months ?? 6];
  return (
    <>
      <ChoiceField
        label={t("field.optOut")}
        value={optOut?.ends ?? "none"}
        options={[
          ["none", t("field.noOptOut")],
          ["party", t("field.optOutParty")],
          ["all", t("field.optOutAll")],
        ]}
        onChange={(ends) => change(ends === "none" ? undefined : notice(unit, n, ends))}
      />
      {optOut && (
        <Group grow align="end" gap="sm">
          <CountField
            key={unit}
            label={t("field.optOutPeriod")}
            value={n}
            minimum={0}
            maximum={maximum[unit]}
            onChange={(value) => change(notice(unit, value ?? n, optOut.ends))}
          />
          <ChoiceField
            label={t("field.unit")}
            value={unit}
            options={[
              ["months", t("field.months")],
              ["days", t("field.days")],
            ]}
            onChange={(to) => change(notice(to, Math.min(n, maximum[to]), optOut.ends))}
          />
        </Group>
      )}
    </>
  );
}
