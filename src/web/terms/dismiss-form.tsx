import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useKeptText } from "../shell/kept-text.ts";

type Props = { agreement: Agreement; difference: string; close: () => void };

/** Records that a difference is none, with the reason that goes on record. Two legal officers each do so. */
export function DismissForm({ agreement, difference, close }: Props) {
  const { t } = useTranslation(["terms", "shell"]);
  const [reason, setReason, clear] = useKeptText(`dismissal:${agreement.id}:${difference}`);
  const dismiss = useAct(agreement, "difference-dismissals");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        dismiss.mutate(
          { difference, reason: reason.trim() },
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
          label={t("difference.reason")}
          description={t("difference.seen")}
          autosize
          minRows={2}
          maxLength={2000}
          required
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ErrorAlert error={dismiss.error} />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            loading={dismiss.isPending}
            disabled={reason.trim() === ""}
          >
            {t("difference.go")}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t("shell:cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
