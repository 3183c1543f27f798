import { Fieldset, Select, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { neededForms, needsGender } from "#src/text/party-forms.ts";
import type { Party } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";

type Props = {
  kind: Party["kind"];
  names: Record<string, string>;
  forms: Party["forms"];
  onChange: (forms: Party["forms"]) => void;
};

/** The forms of a name that texts need, only in the languages that cannot derive them. */
export function FormsFields({ kind, names, forms, onChange }: Props) {
  const { t } = useTranslation("secretariat");
  const { languageName } = useFormat();
  return Object.entries(names).map(([language, name]) => {
    const needed = neededForms(language, { isState: kind === "state" });
    const asksGender = needsGender(name, language);
    if (needed.length === 0 && !asksGender) return null;
    const agree = (gender: string | null) => {
      const { gender: _, ...others } = forms[language] ?? {};
      const given = gendersIn(language).find((one) => one === gender);
      onChange({ ...forms, [language]: given ? { ...others, gender: given } : others });
    };
    const write = (form: (typeof needed)[number], text: string) => {
      const { [form]: _, ...others } = forms[language] ?? {};
      onChange({ ...forms, [language]: text === "" ? others : { ...others, [form]: text } });
    };
    return (
      <Fieldset key={language} legend={`${t("parties.forms")} · ${languageName(language)}`}>
        <Text size="sm" c="dimmed" mb="xs">
          {t("parties.formsHint")}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          {needed.map((form) => (
            <TextInput
              key={form}
              label={t(`parties.${form}`)}
              lang={language}
              dir={directionOf(language)}
              value={forms[language]?.[form] ?? ""}
              onChange={({ currentTarget }) => write(form, currentTarget.value)}
            />
          ))}
          {asksGender && (
            <Select
              label={t("parties.gender")}
              value={forms[language]?.gender ?? null}
              onChange={agree}
              data={gendersIn(language).map((value) => ({
                value,
                label: t(`parties.genders.${value}`),
              }))}
              clearable
            />
          )}
        </SimpleGrid>
      </Fieldset>
    );
  });
}

/** How sentences of a language can agree with a name. */
function gendersIn(language: string) {
  const both = ["masculine", "feminine"] as const;
  if (language.startsWith("ar")) return both;
  return language.startsWith("fr")
    ? ([...both, "plural"] as const)
    : ([...both, "neuter", "plural"] as const);
}
