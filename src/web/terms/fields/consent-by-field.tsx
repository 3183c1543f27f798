import { Checkbox, Stack } from "@mantine/core";
import { instruments } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import type { FieldProps } from "./field-props.ts";

/** The instruments that the text foresees after signature. If all of them are chosen, the text limits none. */
export function ConsentByField({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  if (!terms.consent.includes("subject-to-ratification")) return null;
  const chosen = terms.consentBy ?? [...instruments];
  return (
    <Checkbox.Group
      label={name}
      value={chosen}
      onChange={(wanted) => {
        const next = instruments.filter((one) => wanted.includes(one));
        if (next.length === 0) return;
        set({ consentBy: next.length === instruments.length ? undefined : next });
      }}
    >
      <Stack gap="xs" mt="xs">
        {instruments.map((one) => (
          <Checkbox
            key={one}
            value={one}
            label={sentence({ ...terms, consentBy: [one] }, "consentBy")}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
