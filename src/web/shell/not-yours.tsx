import { Anchor, Button, Container, Group, Text, Title } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Role, type Session, useSession } from "../api/session.ts";
import { usePartyName } from "../parties/use-parties.ts";
import { useFormat } from "../words/format.ts";
import { useNames } from "../words/names.ts";
import { useTitle } from "./page.tsx";

/** Shown on a page for other roles: which roles, who has signed in, and how to sign in as someone else. */
export function NotYours({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation("shell");
  const { list } = useFormat();
  const { role } = useNames();
  const session = useSession();
  const title = t("notYours.title");
  useTitle(title);
  return (
    <Container size="sm" py="xl">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text my="md">{t("notYours.text", { roles: list(roles.map(role)) })}</Text>
      {session && <OtherAccount session={session} />}
    </Container>
  );
}

/** Says who has signed in and links to another sign-in, which returns to this address. */
export function OtherAccount({ session }: { session: Session }) {
  const { t } = useTranslation("shell");
  const { worded, list, line } = useFormat();
  const { role } = useNames();
  const party = usePartyName();
  const { href } = useLocation();
  const roles = list(session.roles.map(role));
  const acting = line(roles, session.party && party(session.party));
  return (
    <>
      <Text mb="md">{t("notYours.who", { name: worded(session.names), role: acting })}</Text>
      <Group>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/sign-in" search={{ next: href }} {...props} />}
        >
          {t("notYours.change")}
        </Button>
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("notFound.home")}</Anchor>
      </Group>
    </>
  );
}
