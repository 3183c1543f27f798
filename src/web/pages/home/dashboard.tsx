import { Button, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { holds, type Session } from "../../api/session.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { GuidedPath } from "./guided-path.tsx";
import { PasskeyInvitation } from "./passkey-invitation.tsx";
import { Recent } from "./recent.tsx";
import { StageCounts } from "./stage-counts.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** The home page of a signed-in person: waiting acts, deadlines, and agreements by stage. */
export function Dashboard({ session }: { session: Session }) {
  const { t } = useTranslation("home");
  const { worded, list } = useFormat();
  const party = usePartyName();
  const { role } = useNames();
  const title = t("welcome", { name: worded(session.names) });
  return (
    <Page
      title={title}
      kicker={session.party ? party(session.party) : list(session.roles.map(role))}
      actions={
        holds(session, "legal-officer") && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/agreements/new" {...props} />}
          >
            {t("new")}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        <GuidedPath session={session} />
        <PasskeyInvitation session={session} />
        <WaitingList />
        <StageCounts />
        <Recent />
      </Stack>
    </Page>
  );
}
