import { SimpleGrid, TextInput } from "@mantine/core";
import { languagesOf } from "#src/text/languages.ts";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";

type Worded = Record<string, string>;
type Props = {
  label: string;
  value: Worded;
  onChange: (value: Worded) => void;
  required?: boolean;
};

/** The languages with a field. Names in other languages stay on record. */
const asked = languagesOf("letters");

/** A name in each language. Empty ones are dropped. */
export function WordedFields({ label, value, onChange, required = false }: Props) {
  const { languageName } = useFormat();
  const languages = [...new Set([...asked, ...Object.keys(value)])];
  const write = (language: string, words: string) => {
    const { [language]: _, ...others } = value;
    onChange(words === "" ? others : { ...others, [language]: words });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
      {languages.map((language) => (
        <TextInput
          key={language}
          label={`${label} · ${languageName(language)}`}
          lang={language}
          dir={directionOf(language)}
          value={value[language] ?? ""}
          onChange={({ currentTarget }) => write(language, currentTarget.value)}
          required={required && language === "en"}
        />
      ))}
    </SimpleGrid>
  );
}
