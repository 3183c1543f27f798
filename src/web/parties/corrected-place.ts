import { useTranslation } from "react-i18next";
import { useForms } from "../text/around-text.tsx";
import { useFormat } from "../words/format.ts";

type Place = { language: string; article: number; nth?: number | undefined };

/** Names the place of a correction: the text's language, and the article with the occurrence. */
export function useCorrectedPlace() {
  const { t } = useTranslation("corrections");
  const { language: reader, languageName, number } = useFormat();
  const forms = useForms(reader);
  return ({ language, article, nth }: Place) => {
    const where = article === 0 ? t("head") : forms.article(article);
    return {
      language: languageName(language),
      where: nth === undefined ? where : t("nth", { where, nth: number(nth) }),
    };
  };
}
