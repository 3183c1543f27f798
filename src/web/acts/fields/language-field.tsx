import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one of the authentic languages. When a language is to be certified, those already certified say so. */
export function LanguageField({
  field: { name, kind },
  values,
  set,
  agreement,
  ...said
}: FieldProps) {
  const { t } = useTranslation("agreement");
  const { languageName } = useFormat();
  const { languages } = agreement;
  const certified = kind === "language" ? agreement.certified : [];
  return (
    <Select
      label={said.label}
      description={said.hint}
      required
      allowDeselect={false}
      value={text(values, name)}
      data={languages.map((tag) => ({
        value: tag,
        label: certified.includes(tag)
          ? t("certified", { language: languageName(tag) })
          : languageName(tag),
        disabled: certified.includes(tag),
      }))}
      onChange={(next) => set({ [name]: next ?? "" })}
    />
  );
}
