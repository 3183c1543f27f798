import { Button, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readSession, type Session } from "../api/session.ts";
import { startOver } from "../api/start-over.ts";
import { useFormat } from "../words/format.ts";
import { SignInForms } from "./sign-in/sign-in-forms.tsx";

type Props = {
  /** The person whose page it is. */
  last: Session;
  /** Who is signed in now, if anyone. */
  now: Session | null;
  tell: (now: Session | null | undefined) => void;
};

/**
 * Covers a page on which something was typed when its session ended. The same person can sign in again and continue.
 * The page behind is hidden, because someone else may be looking at it now.
 */
export default function EndedWindow({ last, now, tell }: Props) {
  const { t } = useTranslation(["shell", "sign-in"]);
  const { worded } = useFormat();
  const queries = useQueryClient();
  const done = async () => {
    const who = await readSession();
    if (who?.person !== last.person) return tell(who);
    tell(undefined);
    await queries.invalidateQueries();
  };
  const here = `${location.pathname}${location.search}${location.hash}`;
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      title={t("ended.title")}
      overlayProps={{ backgroundOpacity: 1, color: "var(--mantine-color-body)" }}
    >
      <Stack>
        <Text>
          {now
            ? t("ended.other", { name: worded(now.names), last: worded(last.names) })
            : t("ended.text")}
        </Text>
        <SignInForms next={here} done={done} />
        <Button variant="subtle" color="gray" onClick={() => startOver(now ? here : "/")}>
          {now ? t("sign-in:goOn", { name: worded(now.names) }) : t("ended.leave")}
        </Button>
      </Stack>
    </Modal>
  );
}
