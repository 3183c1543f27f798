import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function RecordPage() {
  const { t } = useTranslation("record");
  return <Page title={t("title")}>{null}</Page>;
}
