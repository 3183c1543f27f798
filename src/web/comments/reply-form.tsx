import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useKeptText } from "../shell/kept-text.ts";
import { useWriteComment } from "./threads.ts";

type Props = { agreement: string; thread: string; close: () => void };

/** A reply in a thread. */
export function ReplyForm({ agreement, thread, close }: Props) {
  const { t } = useTranslation(["comments", "shell"]);
  const [body, setBody, clear] = useKeptText(`reply:${thread}`);
  const reply = useWriteComment(agreement, `/${thread}/replies`);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reply.mutate(
          { body },
          {
            onSuccess: () => {
              clear();
              close();
            },
          },
        );
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t("yourReply")}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4000}
          required
          dir="auto"
          value={body}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        <ErrorAlert error={reply.error} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={reply.isPending}>
            {t("send")}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t("shell:cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
