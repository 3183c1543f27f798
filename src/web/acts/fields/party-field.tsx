import { Select } from "@mantine/core";
import { useParties } from "../../parties/use-parties.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A party of the agreement, or any on the list of parties. */
export function PartyField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { name, kind, optional } = field;
  const { all, nameOf } = useParties();
  const parties = kind === "any-party" ? all : agreement.parties;
  return (
    <Select
      label={label}
      description={hint}
      required={!optional}
      searchable
      clearable={optional ?? false}
      allowDeselect={optional ?? false}
      value={text(values, name) || null}
      data={parties.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
      onChange={(next) => set({ [name]: next ?? "", person: "" })}
    />
  );
}
