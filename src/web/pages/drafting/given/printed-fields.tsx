import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { exampleOf } from "./example-of.ts";
import { type Printed, printed } from "./words.ts";
import { WordsField } from "./words-field.tsx";

type Props = {
  language: string;
  words: Partial<Record<Printed, string>>;
  write: (field: Printed, said: string) => void;
  errorOf: (field: string) => string | undefined;
};

/** The words that are printed around a text: headings, the line of the page, the lines of the seal. */
export function PrintedFields({ language, words, write, errorOf }: Props) {
  const { t } = useTranslation("new-agreement");
  const { language: reader } = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {printed.map((field) => (
        <WordsField
          key={field}
          label={t(`words.${field}`)}
          language={language}
          example={exampleOf(field, { reader, languages: 1, binding: true })}
          exampleIn={reader}
          value={words[field]}
          error={errorOf(field)}
          write={(said) => write(field, said)}
        />
      ))}
    </SimpleGrid>
  );
}
