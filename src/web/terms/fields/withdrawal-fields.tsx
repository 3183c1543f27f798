import { Checkbox, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import { type FieldProps, given } from "./field-props.ts";

type Notice = Exclude<Terms["withdrawal"], string>;
type Unit = "months" | "days";

const maximum = { months: 120, days: 3660 };

/** A notice of another period; what else limits it stays. */
function notice({ notBeforeYears, atYearEnd }: Partial<Notice>, unit: Unit, n: number): Notice {
  const rest = given({ notBeforeYears, atYearEnd });
  return unit === "months" ? { months: n, ...rest } : { days: n, ...rest };
}

export function WithdrawalFields({ name, terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { sentence } = useTerms();
  const { withdrawal } = terms;
  const says = (value: "none" | "silent") =>
    sentence({ ...terms, withdrawal: value }, "withdrawal");
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={typeof withdrawal === "string" ? withdrawal : "notice"}
        options={[
          ["notice", t("field.byNotice")],
          ["none", says("none")],
          ["silent", says("silent")],
        ]}
        onChange={(kind) => set({ withdrawal: kind === "notice" ? { months: 12 } : kind })}
      />
      {typeof withdrawal !== "string" && (
        <NoticeFields withdrawal={withdrawal} change={(next) => set({ withdrawal: next })} />
      )}
    </Stack>
  );
}

type NoticeProps = { withdrawal: Notice; change: (notice: Notice) => void };

function NoticeFields({ withdrawal, change }: NoticeProps) {
  const { t } = useTranslation("terms");
  const [unit, n]: [Unit, number] =
    "months" in withdrawal ? ["months", withdrawal.months] : ["days", withdrawal.days];
  return (
    <>
      <Group grow align="start" gap="sm">
        <CountField
          key={unit}
          label={t("field.period")}
          value={n}
          minimum={0}
          maximum={maximum[unit]}
          onChange={(value) => change(notice(withdrawal, unit, value ?? n))}
        />
        <ChoiceField
          label={t("field.unit")}
          value={unit}
          options={[
            ["months", t("field.months")],
            ["days", t("field.days")],
          ]}
          onChange={(to) => change(notice(withdrawal, to, Math.min(n, maximum[to])))}
        />
      </Group>
      <CountField
        label={t("field.notBefore")}
        empty={t("field.anyTime")}
        value={withdrawal.notBeforeYears}
        minimum={1}
        maximum={100}
        onChange={(notBeforeYears) => change(notice({ ...withdrawal, notBeforeYears }, unit, n))}
      />
      <Checkbox
        label={t("field.atYearEnd")}
        checked={withdrawal.atYearEnd ?? false}
        onChange={({ currentTarget: { checked } }) =>
          change(notice({ ...withdrawal, atYearEnd: checked || undefined }, unit, n))
        }
      />
    </>
  );
}
