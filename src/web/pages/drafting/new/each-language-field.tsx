import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { directionOf } from "../../../words/words.ts";
import type { VariableValue } from "./schema.ts";

type Props = {
  label: string;
  description: string | undefined;
  error: string | undefined;
  value: VariableValue | undefined;
  languages: string[];
  errorIn: (language: string) => string | undefined;
  write: (value: VariableValue) => void;
};

/**
 * A name that each language prints in its own words. There is one field; another language gets its own if the name is
 * unknown there and is in letters that the language does not use.
 */
export function EachLanguageField(props: Props) {
  const { label, description, error, value, languages, errorIn, write } = props;
  const { t } = useTranslation("new-agreement");
  const { languageName } = useFormat();
  const [main = "en", ...rest] = languages;
  const worded = typeof value === "object" ? value : { [main]: String(value ?? "") };
  const first = worded[main] ?? "";
  const others = rest.filter((tag) => worded[tag] !== undefined || errorIn(tag));
  const change = (tag: string, words: string) => {
    const next = { ...worded, [tag]: words };
    const plain = Object.keys(next).every((one) => one === main || !next[one]);
    write(plain ? (next[main] ?? "") : next);
  };
  return (
    <>
      <TextInput
        label={label}
        description={description}
        error={error ?? errorIn(main)}
        value={first}
        dir="auto"
        onChange={({ currentTarget }) => change(main, currentTarget.value)}
      />
      {others.map((tag) => (
        <TextInput
          key={tag}
          label={t("inLanguage", { label, language: languageName(tag) })}
          error={errorIn(tag)}
          value={worded[tag] ?? ""}
          lang={tag}
          dir={directionOf(tag)}
          onChange={({ currentTarget }) => change(tag, currentTarget.value)}
        />
      ))}
    </>
  );
}
