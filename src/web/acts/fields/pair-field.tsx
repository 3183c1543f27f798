import { Checkbox, Stack } from "@mantine/core";
import { useFormat } from "../../words/format.ts";
import { list } from "../form.ts";
import type { FieldProps } from "./field.ts";

const bound = ["party", "noticeRunning"];

/** Some of the parties for which the agreement is in force. */
export function PairField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { party } = useFormat();
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      required
      value={list(values, field.name)}
      onChange={(next) => set({ [field.name]: next })}
    >
      <Stack mt="xs" gap="xs">
        {agreement.parties
          .filter(({ standing }) => bound.includes(standing))
          .map(({ code, names }) => (
            <Checkbox key={code} value={code} label={<bdi>{party(code, names)}</bdi>} />
          ))}
      </Stack>
    </Checkbox.Group>
  );
}
