import { useTranslation } from "react-i18next";
import { useDesk } from "./desk.tsx";
import { type ClauseValues, valueFor } from "./model/fill-clause.ts";
import type { Property, VariableValue } from "./new/schema.ts";
import { VariableField } from "./new/variable-field.tsx";

type Props = {
  properties: Record<string, Property>;
  values: ClauseValues;
  write: (name: string, value: VariableValue) => void;
};

/** The values that a clause leaves open, with their defaults. */
export function ClauseValuesForm({ properties, values, write }: Props) {
  const { t } = useTranslation("new-agreement");
  const { draft, parties } = useDesk();
  return Object.entries(properties).map(([name, property]) => (
    <VariableField
      key={name}
      property={property}
      value={values[name]}
      error={
        errorOf(property, values[name])
          ? t("range", { minimum: property.minimum ?? 0, maximum: property.maximum ?? 0 })
          : undefined
      }
      errorIn={() => undefined}
      languages={draft.store.languages}
      parties={parties.map(({ code, name: label }) => ({ value: code, label }))}
      write={(value) => write(name, value)}
    />
  ));
}

/** Whether a value was typed that the clause cannot have. A missing one is a blank in the text. */
export function errorOf(property: Property, value: VariableValue | undefined): boolean {
  return value !== undefined && value !== "" && valueFor(property, value) === undefined;
}
