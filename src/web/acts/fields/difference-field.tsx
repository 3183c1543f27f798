import { Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { termsQuery } from "../../api/terms.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one of the open differences between terms and words, with the words as written. */
export function DifferenceField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { data } = useQuery(termsQuery(agreement.id));
  const open = data?.differences.filter((one) => one.open) ?? [];
  return (
    <Radio.Group
      label={label}
      description={hint}
      required
      value={text(values, field.name)}
      onChange={(key) => set({ [field.name]: key })}
    >
      <Stack mt="xs" gap="sm">
        {data && open.length === 0 && <Text size="sm">{t("noDifferences")}</Text>}
        {open.map((one) => (
          <Radio
            key={one.key}
            value={one.key}
            label={one.detail}
            description={
              <bdi lang={one.language} dir={directionOf(one.language)}>
                {one.found.join(" … ")}
              </bdi>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
