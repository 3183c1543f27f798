import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function LettersPage() {
  const { t } = useTranslation("home");
  return <Page title={t("letters")}>{null}</Page>;
}
