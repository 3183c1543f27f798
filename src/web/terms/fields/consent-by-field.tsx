import { Checkbox, Stack } from "@mantine/core";
import { instruments, meansOfConsent } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import type { FieldProps } from "./field-props.ts";

/**
 * By what signatories consent after signature. If all instruments are chosen, and no notification, the text limits none.
 */
export function ConsentByField({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  if (!terms.consent.includes("subject-to-ratification")) return null;
  const chosen = terms.consentBy ?? [...instruments];
  return (
    <Checkbox.Group
      label={name}
      value={chosen}
      onChange={(wanted) => {
        const next = meansOfConsent.filter((one) => wanted.includes(one));
        if (next.length === 0) return;
        const limitsNone = next.length === instruments.length && !next.includes("notification");
        set({ consentBy: limitsNone ? undefined : next });
      }}
    >
      <Stack gap="xs" mt="xs">
        {meansOfConsent.map((one) => (
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
