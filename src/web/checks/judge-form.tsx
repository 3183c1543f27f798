import { useTranslation } from "react-i18next";
import { useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { ReasonForm } from "../shell/reason-form.tsx";

type Props = {
  agreement: Agreement;
  warning: string;
  verdict: "false-alarm" | "stands";
  close: () => void;
};

/** Records why a warning is a false alarm, or why it stands after all. */
export function JudgeForm({ agreement, warning, verdict, close }: Props) {
  const { t } = useTranslation("terms");
  const judge = useAct(agreement, "warning-verdicts");
  return (
    <ReasonForm
      label={t(verdict === "false-alarm" ? "warning.reason" : "warning.reasonStands")}
      description={t("warning.seen")}
      submit={t("warning.go")}
      keptAs={`verdict:${agreement.id}:${warning}`}
      sending={judge}
      send={(reason, onSuccess) => judge.mutate({ warning, verdict, reason }, { onSuccess })}
      close={close}
    />
  );
}
