import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function DraftPage() {
  const { t } = useTranslation("drafting");
  return <Page title={t("title")}>{null}</Page>;
}
