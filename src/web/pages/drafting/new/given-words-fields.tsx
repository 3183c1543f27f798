import { Fieldset, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { exampleOf, nameExample } from "../given/example-of.ts";
import { PrintedFields } from "../given/printed-fields.tsx";
import { needsWords, type WrittenWords } from "../given/words.ts";
import { WordsField } from "../given/words-field.tsx";
import { type DraftDescription, type Template, variablesOf } from "./description.ts";

type Props = {
  template: Template;
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  errorOf: (pointer: string) => string | undefined;
};

/** The words of each language that neither we nor the template has, with an example in the reader's language. */
export function GivenWordsFields({ template, given, change, errorOf }: Props) {
  const { t } = useTranslation("new-agreement");
  const { languageName } = useFormat();
  return given.languages
    .filter((tag) => needsWords(tag, template))
    .map((tag) => (
      <Fieldset key={tag} legend={t("words.legend", { language: languageName(tag) })}>
        <Stack gap="sm">
          <Text size="sm">{t("words.why")}</Text>
          <OneLanguage
            {...{ template, given }}
            language={tag}
            words={given.words?.[tag] ?? {}}
            write={(words) => change({ words: { ...given.words, [tag]: words } })}
            errorOf={(field) => errorOf(`/words/${tag}/${field}`)}
          />
        </Stack>
      </Fieldset>
    ));
}

type OneProps = {
  template: Template;
  given: DraftDescription;
  language: string;
  words: WrittenWords;
  write: (words: WrittenWords) => void;
  errorOf: (field: string) => string | undefined;
};

function OneLanguage({ template, given, language, words, write, errorOf }: OneProps) {
  const { t } = useTranslation("new-agreement");
  const { language: reader, languageName } = useFormat();
  const { languages, prevailing } = given;
  const { binding, opening } = natureOf(template, given, reader);
  const of = { reader, languages: languages.length, binding };
  const others = languages.filter((one) => one !== language && !needsWords(one, template));
  const common = { language, exampleIn: reader };
  return (
    <>
      <PrintedFields
        {...{ language, words, errorOf }}
        write={(field, said) => write({ ...words, [field]: said })}
      />
      <WordsField
        {...common}
        label={t("words.joined")}
        example={exampleOf("joined", of)}
        value={words.joined}
        error={errorOf("list") && (words.joined ? t("words.list") : t("missing"))}
        write={(joined) => write({ ...words, joined })}
      />
      <WordsField
        {...common}
        label={t("words.opening")}
        example={opening}
        value={words.opening}
        error={errorOf("opening")}
        write={(opening) => write({ ...words, opening })}
      />
      <WordsField
        {...common}
        label={t("words.closing")}
        example={exampleOf("closing", of)}
        value={words.closing}
        error={errorOf("closing")}
        write={(closing) => write({ ...words, closing })}
      />
      {prevailing && (
        <WordsField
          {...common}
          label={t("words.prevailing")}
          example={exampleOf("prevailing", of)}
          value={words.prevailing}
          error={errorOf("prevailing")}
          write={(prevailing) => write({ ...words, prevailing })}
        />
      )}
      {languages.map((one) => (
        <WordsField
          key={one}
          {...common}
          label={t("words.names", { language: languageName(one) })}
          example={nameExample(one, reader)}
          value={words.names?.[one]}
          error={errorOf(`names/${one}`)}
          write={(name) => write({ ...words, names: { ...words.names, [one]: name } })}
        />
      ))}
      {others.map((one) => (
        <WordsField
          key={`in ${one}`}
          label={t("words.calledIn", {
            language: languageName(language),
            other: languageName(one),
          })}
          language={one}
          example={nameExample(one, one)}
          exampleIn={one}
          value={words.calledIn?.[one]}
          error={errorOf(`calledIn/${one}`)}
          write={(name) => write({ ...words, calledIn: { ...words.calledIn, [one]: name } })}
        />
      ))}
    </>
  );
}

/** Whether the text is meant to bind, and how the reader's language opens it; the template's choice of nature says so. */
function natureOf(template: Template, given: DraftDescription, reader: string) {
  const [name, nature] =
    variablesOf(template, given).find(([, { enum: choices }]) =>
      choices?.includes("understanding"),
    ) ?? [];
  const chosen = String((name && given.variables[name]) || nature?.default || "");
  return {
    binding: chosen !== "understanding",
    opening: nature?.enumTitles?.[chosen]?.[reader] ?? "",
  };
}
