import { Button, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { Empty } from "../shell/empty.tsx";
import { Page } from "../shell/page.tsx";
import { Sorry } from "../shell/sorry.tsx";
import { Events } from "./events.tsx";
import { Keys } from "./keys.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Person } from "./person.tsx";
import { Sessions } from "./sessions.tsx";

/** One's own account: who one is here, what opens it, and what was done to it. */
export function AccountPage() {
  const { t } = useTranslation(["account", "shell"]);
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => api.session.$delete(),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: "/" });
    },
  });
  if (!session) {
    return (
      <Page title={t("title")} size="sm">
        <Empty title={t("nobody")}>
          <Button
            mt="sm"
            renderRoot={(props) => <Link to="/sign-in" search={{ next: "/account" }} {...props} />}
          >
            {t("shell:signIn")}
          </Button>
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={t("title")}
      size="sm"
      actions={
        <Button variant="default" onClick={() => leave.mutate()} loading={leave.isPending}>
          {t("shell:signOut")}
        </Button>
      }
    >
      <Sorry error={leave.error} />
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
