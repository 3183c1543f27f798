import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function RegisterPage() {
  const { t } = useTranslation("register");
  return <Page title={t("title")}>{null}</Page>;
}
