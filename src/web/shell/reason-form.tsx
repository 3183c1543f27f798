import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "./error-alert.tsx";
import { useKeptText } from "./kept-text.ts";

type Props = {
  label: string;
  description: string;
  /** On the button that sends it. */
  submit: string;
  /** Names the field, so that what was typed is kept on this device until it is sent. */
  keptAs: string;
  sending: { isPending: boolean; error: Error | null };
  /** Sends the reason without blanks around it, and says when that has succeeded. */
  send: (reason: string, onSuccess: () => void) => void;
  close: () => void;
};

/** Asks for a reason that goes on record, where its subject is shown. */
export function ReasonForm({ label, description, submit, keptAs, sending, send, close }: Props) {
  const { t } = useTranslation("shell");
  const [reason, setReason, clear] = useKeptText(keptAs);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(reason.trim(), () => {
          clear();
          close();
        });
      }}
    >
      <Stack gap="xs" mt="xs">
        <Textarea
          label={label}
          description={description}
          autosize
          minRows={2}
          maxLength={2000}
          required
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ErrorAlert error={sending.error} />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            loading={sending.isPending}
            disabled={reason.trim() === ""}
          >
            {submit}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
