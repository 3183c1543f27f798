import { Checkbox, Group, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { list, text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one option, of several, or a checkbox. */
export function ChoiceField({ field, values, set, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { name, kind, options = [], optional } = field;
  const wordsOf = (option: string) => t(`choice.${option}` as "choice.definitive");
  if (kind === "yes") {
    return (
      <Checkbox
        label={label}
        description={hint}
        checked={values[name] === true}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
      />
    );
  }
  if (kind === "choices") {
    return (
      <Checkbox.Group
        label={label}
        description={hint}
        value={list(values, name)}
        onChange={(next) => set({ [name]: next })}
      >
        <Group mt="xs" gap="md">
          {options.map((option) => (
            <Checkbox key={option} value={option} label={wordsOf(option)} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group
      label={label}
      description={hint}
      required={!optional}
      value={text(values, name)}
      onChange={(next) => set({ [name]: next })}
    >
      <Stack mt="xs" gap={8}>
        {options.map((option) => (
          <Radio key={option} value={option} label={wordsOf(option)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
