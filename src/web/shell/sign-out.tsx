import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";
import { useSignOut } from "../api/start-over.ts";
import { ErrorAlert } from "./error-alert.tsx";
import { hasTyped } from "./typed-store.ts";

type Leaving = {
  leave: () => void;
  isPending: boolean;
  error: unknown;
  /** Renders the question what to do with text that was not sent. */
  question: ReactNode;
};

/** Signs out. If the person has unsent text, asks whether this device should keep it. */
export function useLeave(): Leaving {
  const { t } = useTranslation("shell");
  const person = useSession()?.person ?? "";
  const [asks, setAsks] = useState(false);
  const { mutate, isPending, error } = useSignOut(person);
  const leave = () => {
    if (hasTyped(person)) setAsks(true);
    else mutate({ keep: false });
  };
  const question = (
    <Modal
      opened={asks}
      onClose={() => setAsks(false)}
      title={t("unsent.title")}
      closeButtonProps={{ "aria-label": t("close") }}
      centered
    >
      <Stack>
        <ErrorAlert error={error} />
        <Text>{t("unsent.text")}</Text>
        <Group>
          <Button data-autofocus loading={isPending} onClick={() => mutate({ keep: false })}>
            {t("unsent.delete")}
          </Button>
          <Button variant="default" disabled={isPending} onClick={() => mutate({ keep: true })}>
            {t("unsent.keep")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { leave, isPending, error, question };
}
