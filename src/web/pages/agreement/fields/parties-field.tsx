import { MultiSelect } from "@mantine/core";
import { list } from "../acts/form.ts";
import { useParties } from "../use-parties.ts";
import type { FieldGiven } from "./field.ts";

/** Several of the parties on the list of parties. */
export function PartiesField({ field: { name }, values, set, label, hint }: FieldGiven) {
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
