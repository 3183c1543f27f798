import { MultiSelect } from "@mantine/core";
import { useParties } from "../../parties/use-parties.ts";
import { list } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** Several of the parties on the list of parties. */
export function PartiesField({ field: { name }, values, set, label, hint }: FieldProps) {
  const { all, nameOf } = useParties();
  return (
    <MultiSelect
      label={label}
      description={hint}
      required
      searchable
      value={list(values, name)}
      data={all.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
      onChange={(next) => set({ [name]: next })}
    />
  );
}
