import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function AgreementsPage() {
  const { t } = useTranslation("agreements");
  return <Page title={t("title")}>{null}</Page>;
}
