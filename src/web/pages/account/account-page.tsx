import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useLeave } from "../../shell/sign-out.tsx";
import { Events } from "./events.tsx";
import { Keys } from "./keys.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Person } from "./person.tsx";
import { Sessions } from "./sessions.tsx";

/** The page of a person's own account: who they are, how they sign in, and its history. */
export function AccountPage() {
  const { t } = useTranslation(["account", "shell"]);
  const session = useSession();
  const { leave, isPending, error, question } = useLeave();
  if (!session) return <Loading />;
  return (
    <Page
      title={t("title")}
      size="sm"
      actions={
        <Button variant="default" onClick={leave} loading={isPending}>
          {t("shell:signOut")}
        </Button>
      }
    >
      <ErrorAlert error={error} />
      {question}
      <Stack gap="lg">
        <Person session={session} />
        <Passkeys />
        <Sessions />
        <Keys />
        <Events person={session.person} />
      </Stack>
    </Page>
  );
}
