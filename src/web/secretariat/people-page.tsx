import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function PeoplePage() {
  const { t } = useTranslation("secretariat");
  return <Page title={t("title")}>{null}</Page>;
}
