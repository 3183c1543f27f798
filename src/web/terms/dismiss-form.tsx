import { useTranslation } from "react-i18next";
import { useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { ReasonForm } from "../shell/reason-form.tsx";

type Props = { agreement: Agreement; difference: string; close: () => void };

/** Records that a difference is none, with the reason that goes on record. Two legal officers each do so. */
export function DismissForm({ agreement, difference, close }: Props) {
  const { t } = useTranslation("terms");
  const dismiss = useAct(agreement, "difference-dismissals");
  return (
    <ReasonForm
      label={t("difference.reason")}
      description={t("difference.seen")}
      submit={t("difference.go")}
      keptAs={`dismissal:${agreement.id}:${difference}`}
      sending={dismiss}
      send={(reason, onSuccess) => dismiss.mutate({ difference, reason }, { onSuccess })}
      close={close}
    />
  );
}
