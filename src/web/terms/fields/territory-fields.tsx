import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import { type FieldProps, given } from "./field-props.ts";

const clauses = {
  silent: undefined,
  none: { declarations: false },
  declared: { declarations: true },
} as const;
type Clause = keyof typeof clauses;

/** Whether parties may declare to which territories the text extends, and when that has effect. */
export function TerritoryFields({ name, terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { sentence } = useTerms();
  const { territories } = terms;
  const chosen: Clause = !territories ? "silent" : territories.declarations ? "declared" : "none";
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={chosen}
        options={(Object.keys(clauses) as Clause[]).map(
          (key) => [key, sentence({ ...terms, territories: clauses[key] }, "territories")] as const,
        )}
        onChange={(key) => set({ territories: clauses[key] })}
      />
      {territories?.declarations && (
        <CountField
          label={t("field.territoryDays")}
          empty={t("field.fromReceipt")}
          value={territories.delayDays}
          minimum={0}
          maximum={3660}
          onChange={(delayDays) => set({ territories: given({ ...territories, delayDays }) })}
        />
      )}
    </Stack>
  );
}
