import { useTranslation } from "react-i18next";
import { type NoText, saysNoText } from "#src/text/language/draftable.ts";

/** What is wrong with a field, in the reader's language as far as we have words for it. */
export function useFaultWords() {
  const { t } = useTranslation("new-agreement");
  return (detail: string): string => {
    if (detail === "is missing") return t("missing");
    const why = Object.entries(saysNoText).find(([, said]) => said === detail);
    if (why) return t(`noText.${why[0] as NoText}`);
    const lacking = /^has no (\{\w+\})$/.exec(detail);
    if (lacking) return t("words.without", { place: lacking[1] });
    const strange = /^(\{[^{}]*\}) is not known here$/.exec(detail);
    if (strange) return t("words.unknown", { place: strange[1] });
    return detail;
  };
}
