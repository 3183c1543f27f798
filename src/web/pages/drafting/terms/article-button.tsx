import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useForms } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";

/** Goes to an article of the text beside the panel. */
export function ArticleButton({ article }: { article: number }) {
  const { t } = useTranslation("terms");
  const { language } = useFormat();
  const forms = useForms(language);
  const { showArticle } = useDesk();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: "start" }}
      onClick={() => showArticle(article)}
    >
      {t("toArticle", { article: forms.article(article) })}
    </Button>
  );
}
