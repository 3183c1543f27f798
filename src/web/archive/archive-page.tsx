import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function ArchivePage() {
  const { t } = useTranslation("archive");
  return <Page title={t("title")}>{null}</Page>;
}
