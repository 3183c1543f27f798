import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";

/** The owner of a signature field: a party's name, or the depositary's seal. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation("verify");
  const { party } = useFormat();
  return (field) => {
    const [, code] = field.match(/^Party-(.+)$/) ?? [];
    if (code) return party(code);
    return field === "Seal" ? t("seal") : field;
  };
}
