import { TextInput } from "@mantine/core";
import { text } from "../acts/form.ts";
import type { FieldGiven } from "./field.ts";

/** A day and a time in the zone of this device; kept as an instant. */
export function InstantField({ field: { name, optional }, values, set, label, hint }: FieldGiven) {
  const instant = text(values, name);
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={hint}
      required={!optional}
      value={instant === "" ? "" : local(instant)}
      onChange={({ currentTarget: { value } }) =>
        set({ [name]: value === "" ? "" : new Date(value).toISOString() })
      }
    />
  );
}

function local(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
