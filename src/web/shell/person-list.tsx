import { Menu, Text } from "@mantine/core";
import { IconLogout, IconUserCog } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../api/session.ts";
import { usePartyName } from "../parties/use-parties.ts";
import { useFormat } from "../words/format.ts";
import { Worded } from "../words/worded.tsx";
import { OpenMenu } from "./open-menu.tsx";
import { useLeave } from "./sign-out.tsx";

/** The items of the person menu: name, role and party, links to the account and to sign out. */
export default function PersonList({
  target,
  session,
}: {
  target: ReactElement;
  session: Session;
}) {
  const { t } = useTranslation("shell");
  const { list } = useFormat();
  const party = usePartyName();
  const { leave, question } = useLeave();
  return (
    <>
      <OpenMenu target={target}>
        <Menu.Label>
          <Text fw={600} size="sm" c="bright">
            <Worded of={session.names} />
          </Text>
          {session.party
            ? t("actsFor", { party: party(session.party) })
            : list(session.roles.map((role) => t(`roles.${role}` as "roles.archivist")))}
        </Menu.Label>
        <Menu.Item
          renderRoot={(props) => <Link to="/account" {...props} />}
          leftSection={<IconUserCog size={16} aria-hidden />}
        >
          {t("account")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {t("signOut")}
        </Menu.Item>
      </OpenMenu>
      {question}
    </>
  );
}
