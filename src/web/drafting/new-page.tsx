import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export function NewPage() {
  const { t } = useTranslation("drafting");
  return <Page title={t("new")}>{null}</Page>;
}
