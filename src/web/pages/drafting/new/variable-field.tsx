import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { EachLanguageField } from "./each-language-field.tsx";
import { kindOfVariable, type Property, type VariableValue } from "./schema.ts";

type Props = {
  property: Property;
  value: VariableValue | undefined;
  error: string | undefined;
  /** The error for the words in one language. */
  errorIn: (language: string) => string | undefined;
  /** The agreement's languages and parties, as options for variables that name one. */
  languages: string[];
  parties: { value: string; label: string }[];
  write: (value: VariableValue) => void;
};

/** A field for one of the template's variables. */
export function VariableField(props: Props) {
  const { property, error, errorIn, languages, parties, write } = props;
  const value = typeof props.value === "object" ? undefined : props.value;
  const { t } = useTranslation("new-agreement");
  const { worded, languageName } = useFormat();
  const preset = property.default;
  const common = {
    label: worded(property.titles ?? { en: property.title ?? "" }),
    description: property.descriptions && worded(property.descriptions),
    error,
  };
  const typed = value === undefined ? (preset ?? "") : value;
  const select = (data: { value: string; label: string }[]) => (
    <Select
      {...common}
      data={data}
      value={String(typed) || null}
      onChange={(next) => write(next ?? "")}
      searchable={data.length > 8}
      clearable={preset === undefined}
    />
  );
  switch (kindOfVariable(property)) {
    case "number": {
      const { minimum, maximum } = property;
      const range = minimum !== undefined && maximum !== undefined;
      return (
        <NumberInput
          {...common}
          description={common.description ?? (range && t("range", { minimum, maximum }))}
          value={typed}
          onChange={(next) => write(next)}
          allowDecimal={false}
          clampBehavior="none"
        />
      );
    }
    case "each-language":
      return (
        <EachLanguageField
          {...common}
          value={props.value}
          languages={languages}
          errorIn={errorIn}
          write={write}
        />
      );
    case "choice":
      return select(
        (property.enum ?? []).map((key) => ({
          value: key,
          label: worded(property.enumTitles?.[key] ?? { en: key }),
        })),
      );
    case "language":
      return select(languages.map((tag) => ({ value: tag, label: languageName(tag) })));
    case "party":
      return select(parties);
    case "date":
      return (
        <TextInput
          {...common}
          type="date"
          value={typed}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      );
    case "money":
      return (
        <TextInput
          {...common}
          description={common.description ?? t("money")}
          value={typed}
          dir="ltr"
          onChange={({ currentTarget }) => write(currentTarget.value.toUpperCase())}
        />
      );
    default:
      return (
        <Textarea
          {...common}
          autosize
          maxRows={6}
          value={typed}
          dir="auto"
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      );
  }
}
