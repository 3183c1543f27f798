import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { correctionsQuery } from "../../api/corrections.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A correction of which the United Nations were not told yet. */
export function CorrectionField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { line, day } = useFormat();
  const { data = [] } = useQuery(correctionsQuery(agreement.id));
  return (
    <Select
      label={label}
      description={hint}
      required
      allowDeselect={false}
      value={text(values, field.name) || null}
      data={data
        .filter(({ awaitsUnNotice }) => awaitsUnNotice)
        .map(({ id, made, reason }) => ({ value: id, label: line(day(made?.on ?? ""), reason) }))}
      onChange={(next) => set({ [field.name]: next ?? "" })}
    />
  );
}
