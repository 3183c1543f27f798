import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { termsQuery } from "../api/terms.ts";
import { useFormat } from "../words/format.ts";

/** How many differences between terms and words are open. Renders nothing if none is. */
export default function OpenDifferences({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("terms");
  const { number } = useFormat();
  const { data } = useQuery(termsQuery(agreement.id));
  const open = data?.differences.filter((one) => one.open).length ?? 0;
  if (open === 0) return null;
  return (
    <Alert color="orange" role="status" title={t("difference.count", { number: number(open) })}>
      {t("difference.blocks")}
    </Alert>
  );
}
