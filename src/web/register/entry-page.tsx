import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function EntryPage() {
  const { t } = useTranslation("register");
  return <Page title={t("title")}>{null}</Page>;
}
