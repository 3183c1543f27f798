import { Button, Fieldset, Group, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";
import type { Correction } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** For each place, the current words and the corrected ones. */
export function CorrectionsField({ field, values, set, agreement, label }: FieldProps) {
  const { name, kind } = field;
  const { t } = useTranslation("agreement");
  const { languageName, number } = useFormat();
  const changes = (values[name] as Correction[] | undefined) ?? [];
  const write = (at: number, part: Partial<Correction>) =>
    set({ [name]: changes.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <Stack>
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place has no name but its number
        <Fieldset key={at} legend={`${label} ${number(at + 1)}`}>
          <Group grow>
            <Select
              label={t("field.language")}
              value={change.language}
              allowDeselect={false}
              data={agreement.languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
              onChange={(language) => write(at, { language: language ?? change.language })}
            />
            <NumberInput
              label={t("field.article")}
              min={0}
              value={change.article}
              onChange={(article) => write(at, { article: String(article) })}
            />
            {kind === "corrections" && (
              <NumberInput
                label={t("field.nth")}
                min={1}
                value={change.nth ?? ""}
                onChange={(nth) => write(at, { nth: String(nth) })}
              />
            )}
          </Group>
          {(["found", "corrected"] as const).map((part) => (
            <Textarea
              key={part}
              mt="xs"
              label={t(`field.${part}`)}
              autosize
              lang={change.language}
              dir={directionOf(change.language)}
              value={change[part]}
              onChange={({ currentTarget }) => write(at, { [part]: currentTarget.value })}
            />
          ))}
          {changes.length > 1 && (
            <Button
              mt="xs"
              size="xs"
              variant="subtle"
              onClick={() => set({ [name]: changes.filter((_, index) => index !== at) })}
            >
              {t("removePlace")}
            </Button>
          )}
        </Fieldset>
      ))}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: "start" }}
        onClick={() =>
          set({
            [name]: [
              ...changes,
              { language: agreement.languages[0] ?? "en", article: "1", found: "", corrected: "" },
            ],
          })
        }
      >
        {t("addPlace")}
      </Button>
    </Stack>
  );
}
