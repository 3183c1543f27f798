import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useKeptText } from "../shell/kept-text.ts";

type Props = {
  agreement: Agreement;
  warning: string;
  verdict: "false-alarm" | "stands";
  close: () => void;
};

/** Records why a warning is a false alarm, or why it stands after all. */
export function JudgeForm({ agreement, warning, verdict, close }: Props) {
  const { t } = useTranslation(["terms", "shell"]);
  const [reason, setReason, clear] = useKeptText(`verdict:${agreement.id}:${warning}`);
  const judge = useAct(agreement, "warning-verdicts");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        judge.mutate(
          { warning, verdict, reason: reason.trim() },
          {
            onSuccess: () => {
              clear();
              close();
            },
          },
        );
      }}
    >
      <Stack gap="xs" mt="xs">
        <Textarea
          label={t(verdict === "false-alarm" ? "warning.reason" : "warning.reasonStands")}
          description={t("warning.seen")}
          autosize
          minRows={2}
          maxLength={2000}
          required
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ErrorAlert error={judge.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={judge.isPending} disabled={reason.trim() === ""}>
            {t("warning.go")}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t("shell:cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
