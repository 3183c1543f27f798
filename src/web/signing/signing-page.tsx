import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function SigningPage() {
  const { t } = useTranslation("signing");
  return <Page title={t("title")}>{null}</Page>;
}
