import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function CeremoniesPage() {
  const { t } = useTranslation("ceremonies");
  return <Page title={t("title")}>{null}</Page>;
}
