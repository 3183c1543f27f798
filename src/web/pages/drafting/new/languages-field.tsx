import {
  Chip,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { directionOf } from "../../../words/words.ts";
import { knownWords } from "../given/words.ts";
import type { DraftDescription, Template } from "./description.ts";
import { OtherLanguage } from "./other-language.tsx";

type Props = {
  template: Template;
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  errorOf: (pointer: string) => string | undefined;
};

/** The authentic languages in order, the title in each, the prevailing one, and the layout. */
export function LanguagesField({ template, given, change, errorOf }: Props) {
  const { t } = useTranslation("new-agreement");
  const { languageName } = useFormat();
  const { languages } = given;
  const two = languages.length === 2;
  return (
    <Stack>
      <Input.Wrapper
        label={t("languages")}
        description={t("languagesOrder")}
        error={
          errorOf("/languages") ?? firstOf(languages.map((_, at) => errorOf(`/languages/${at}`)))
        }
        labelElement="div"
      >
        <Group gap="xs" mt={6} role="group" aria-label={t("languages")}>
          {[...new Set([...languages, ...template.languages])].map((tag) => (
            <Chip
              key={tag}
              checked={languages.includes(tag)}
              onChange={(on) =>
                change({
                  languages: on ? [...languages, tag] : languages.filter((one) => one !== tag),
                })
              }
            >
              {languageName(tag)}
            </Chip>
          ))}
        </Group>
      </Input.Wrapper>
      {template.anyLanguage ? (
        <OtherLanguage
          languages={languages}
          add={(tag) =>
            change({
              languages: [...languages, tag],
              words: { [tag]: knownWords(tag), ...given.words },
            })
          }
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t("onlyThese")}
        </Text>
      )}
      {languages.map((tag) => (
        <TextInput
          key={tag}
          label={t("titleIn", { language: languageName(tag) })}
          value={given.title[tag] ?? ""}
          lang={tag}
          dir={directionOf(tag)}
          required
          error={errorOf(`/title/${tag}`)}
          onChange={({ currentTarget }) =>
            change({ title: { ...given.title, [tag]: currentTarget.value } })
          }
        />
      ))}
      <Select
        label={t("prevailing")}
        placeholder={t("allEqual")}
        data={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        value={given.prevailing}
        onChange={(prevailing) => change({ prevailing })}
        clearable
        error={errorOf("/prevailing")}
      />
      <Input.Wrapper
        label={t("layout")}
        description={two ? undefined : t("parallelNeedsTwo")}
        error={errorOf("/layout")}
        labelElement="div"
      >
        <SegmentedControl
          mt={6}
          fullWidth
          aria-label={t("layout")}
          value={two ? given.layout : "sequential"}
          onChange={(layout) => change({ layout: layout as DraftDescription["layout"] })}
          data={[
            { value: "sequential", label: t("sequential") },
            { value: "parallel", label: t("parallel"), disabled: !two },
          ]}
        />
      </Input.Wrapper>
    </Stack>
  );
}

function firstOf(errors: (string | undefined)[]): string | undefined {
  return errors.find(Boolean);
}
