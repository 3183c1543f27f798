import { Checkbox, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { participationQuery } from "../../api/participation.ts";
import { list, text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** The reservations that the chosen party's instrument of consent can confirm. Renders nothing if there are none. */
export function ConfirmsField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { data } = useQuery(participationQuery(agreement.id));
  const own = data?.participants.find(({ party }) => party === text(values, "party"));
  const waiting = (own?.reservations ?? []).filter(({ unconfirmed }) => unconfirmed);
  if (waiting.length === 0) return null;
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      value={list(values, field.name)}
      onChange={(next) => set({ [field.name]: next })}
    >
      <Stack mt="xs" gap="xs">
        {waiting.map((one) => (
          <Checkbox key={one.id} value={one.id} label={<bdi lang={one.language}>{one.text}</bdi>} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
