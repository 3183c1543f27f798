import { useTranslation } from "react-i18next";
import { Page } from "../shell/page.tsx";

export default function OfficeView() {
  const { t } = useTranslation("agreement");
  return <Page title={t("title")}>{null}</Page>;
}
