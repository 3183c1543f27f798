import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formsOf } from "#src/text/forms.ts";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";

/** Goes to an article of the text beside the panel. */
export function ArticleButton({ article }: { article: number }) {
  const { t } = useTranslation("terms");
  const { language } = useFormat();
  const { showArticle } = useDesk();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ alignSelf: "start" }}
      onClick={() => showArticle(article)}
    >
      {t("toArticle", { article: formsOf(language).article(article) })}
    </Button>
  );
}
