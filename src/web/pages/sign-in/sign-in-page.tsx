import { Alert, Button, Card } from "@mantine/core";
import { useLocation, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { returnPath } from "#src/text/return-path.ts";
import { type Session, useSession } from "../../api/session.ts";
import { startOver } from "../../api/start-over.ts";
import { Page } from "../../shell/page.tsx";
import { SignInByLink } from "../../shell/sign-in/sign-in-by-link.tsx";
import { DemoChoice, SignInForms } from "../../shell/sign-in/sign-in-forms.tsx";
import { useFormat } from "../../words/format.ts";

/** The sign-in page. Afterwards it goes to the address the person came from. */
export function SignInPage() {
  const { t } = useTranslation("sign-in");
  const { id, next: asked, ended } = useSearch({ strict: false });
  // The secret of a letter's link is in the fragment, which browsers send to no server.
  const token = new URLSearchParams(useLocation().hash).get("token");
  const session = useSession();
  const next = returnPath(asked);
  const done = () => startOver(next);
  return (
    <Page title={t("title")} size="sm">
      {session ? (
        <Already session={session} done={done} />
      ) : (
        next !== "/" && <Alert role="status">{t(ended ? "ended" : "toGoOn")}</Alert>
      )}
      <Card withBorder padding="lg">
        {id && token ? (
          <SignInByLink id={id} token={token} done={done} />
        ) : (
          <SignInForms next={next} done={done} />
        )}
      </Card>
      <DemoChoice done={done} />
    </Page>
  );
}

/** Shown if someone has signed in already: continue, or sign in as someone else. */
function Already({ session, done }: { session: Session; done: () => void }) {
  const { t } = useTranslation("sign-in");
  const { worded } = useFormat();
  const name = worded(session.names);
  return (
    <Alert role="status" title={t("already", { name })}>
      <Button variant="default" onClick={done}>
        {t("goOn", { name })}
      </Button>
    </Alert>
  );
}
