import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { directionOf } from "../../../words/words.ts";

type Props = {
  label: string;
  /** The language of the words, and theirs of the example. */
  language: string;
  example: string;
  exampleIn: string;
  value: string | undefined;
  error: string | undefined;
  write: (words: string) => void;
  hint?: string;
};

/** A field for words in a language that we do not ship, with an example in one that we do. */
export function WordsField(props: Props) {
  const { label, language, example, exampleIn, value, error, write, hint } = props;
  const { t } = useTranslation("new-agreement");
  return (
    <Textarea
      label={label}
      description={
        <>
          {hint}
          {hint && example && " "}
          {example && (
            <>
              {t("words.example")}{" "}
              <bdi lang={exampleIn} dir={directionOf(exampleIn)}>
                {example}
              </bdi>
            </>
          )}
        </>
      }
      autosize
      minRows={1}
      maxRows={8}
      lang={language}
      dir={directionOf(language)}
      required
      value={value ?? ""}
      error={error}
      onChange={({ currentTarget }) => write(currentTarget.value.replaceAll("\n", " "))}
    />
  );
}
