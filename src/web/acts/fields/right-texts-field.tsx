import { Fieldset, Stack, Text, Textarea } from "@mantine/core";
import { useFormat } from "../../words/format.ts";
import type { Correction } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** For each authentic text that no place corrects: why it is right as it is. Nothing if every text is corrected. */
export function RightTextsField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { languageName } = useFormat();
  const changes = ((values.changes as Correction[] | undefined) ?? []).filter(
    ({ found, corrected }) => found !== "" || corrected !== "",
  );
  const others = agreement.languages.filter(
    (tag) => !changes.some(({ language }) => language === tag),
  );
  if (changes.length === 0 || others.length === 0) return null;
  const right = (values[field.name] as string[][] | undefined) ?? [];
  const write = (tag: string, reason: string) =>
    set({ [field.name]: [...right.filter(([one]) => one !== tag), [tag, reason]] });
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {others.map((tag) => (
          <Textarea
            key={tag}
            label={languageName(tag)}
            required
            autosize
            dir="auto"
            value={right.find(([one]) => one === tag)?.[1] ?? ""}
            onChange={({ currentTarget }) => write(tag, currentTarget.value)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
