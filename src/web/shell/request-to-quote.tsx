import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem.ts";

/** The id of the request that failed by a fault of the service, by which an operator finds it in the log. */
export function RequestToQuote({ error }: { error: unknown }) {
  const { t } = useTranslation("shell");
  if (!(error instanceof Problem) || error.status < 500 || !error.body.requestId) return null;
  return <Text size="sm">{t("fault.request", { id: error.body.requestId })}</Text>;
}
