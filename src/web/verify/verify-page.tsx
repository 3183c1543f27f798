import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function VerifyPage() {
  const { t } = useTranslation("verify");
  return <Page title={t("title")}>{null}</Page>;
}
