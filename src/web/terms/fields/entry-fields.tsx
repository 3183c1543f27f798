import { Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import type { FieldProps } from "./field-props.ts";

type Entry = Terms["entry"];
/** Conditions are data of many parts, which this form shows and keeps but does not change. */
type EntryForm = Exclude<Entry["form"], "conditions">;

const forms: readonly EntryForm[] = [
  "last-signature",
  "all-consented",
  "last-notification",
  "after-last-notification",
  "nth-deposit",
  "month-after-nth-consent",
  "fixed-date",
];

/** What a form begins with; numbers of the form before are kept. */
function begin(form: Entry["form"], before: Entry): Entry {
  if (form === "conditions") return before;
  const days = "days" in before ? before.days : 30;
  const number =
    "deposits" in before ? before.deposits : "consents" in before ? before.consents : 2;
  switch (form) {
    case "after-last-notification":
      return { form, days };
    case "nth-deposit":
      return { form, deposits: number, days };
    case "month-after-nth-consent":
      return { form, consents: number, months: 3 };
    case "fixed-date":
      return { form, date: new Date().toISOString().slice(0, 10) };
    default:
      return { form };
  }
}

export function EntryFields({ name, terms, set }: FieldProps) {
  const { t } = useTranslation(["terms", "agreement"]);
  const { sentence } = useTerms();
  const { entry } = terms;
  const options: [Entry["form"], string][] = forms.map((form) => [
    form,
    t(`agreement:entry.${form}`),
  ]);
  const days = (label: string, value: number, change: (days: number) => Entry) => (
    <CountField
      label={label}
      value={value}
      minimum={0}
      maximum={3660}
      onChange={(days) => set({ entry: change(days ?? value) })}
    />
  );
  const number = (label: string, value: number, change: (number: number) => Entry) => (
    <CountField
      label={label}
      value={value}
      minimum={1}
      maximum={200}
      onChange={(number) => set({ entry: change(number ?? value) })}
    />
  );
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={entry.form}
        options={
          entry.form === "conditions"
            ? [...options, ["conditions", sentence(terms, "entry")]]
            : options
        }
        onChange={(form) => set({ entry: begin(form, entry) })}
      />
      {entry.form === "fixed-date" && (
        <TextInput
          type="date"
          label={t("field.date")}
          value={entry.date}
          required
          onChange={({ currentTarget: { value: date } }) =>
            date && set({ entry: { form: "fixed-date", date } })
          }
        />
      )}
      {entry.form === "nth-deposit" &&
        number(t("field.deposits"), entry.deposits, (deposits) => ({ ...entry, deposits }))}
      {entry.form === "month-after-nth-consent" && (
        <>
          {number(t("field.consents"), entry.consents, (consents) => ({ ...entry, consents }))}
          <CountField
            label={t("field.monthsAfter")}
            value={entry.months}
            minimum={0}
            maximum={120}
            onChange={(months) => set({ entry: { ...entry, months: months ?? entry.months } })}
          />
        </>
      )}
      {(entry.form === "after-last-notification" || entry.form === "nth-deposit") &&
        days(t("field.daysAfter"), entry.days, (days) => ({ ...entry, days }))}
    </Stack>
  );
}
