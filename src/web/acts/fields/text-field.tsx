import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A line, a paragraph, a day or a number. */
export function TextField({
  field: { name, kind, optional },
  values,
  set,
  label,
  hint,
}: FieldProps) {
  const value = typeof values[name] === "string" ? values[name] : "";
  const common = { label, description: hint, required: !optional };
  const write = (next: string) => set({ [name]: next });
  if (kind === "number") {
    return (
      <NumberInput
        {...common}
        min={1}
        allowDecimal={false}
        value={text(values, name)}
        onChange={(next) => write(String(next))}
      />
    );
  }
  if (kind === "words") {
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        maxRows={12}
        dir="auto"
        value={value}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={kind === "day" ? "date" : "text"}
      dir={kind === "day" ? undefined : "auto"}
      value={value}
      onChange={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
