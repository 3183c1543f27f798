import { Anchor, Container, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";
import { OtherAccount } from "./not-yours.tsx";
import { useTitle } from "./page.tsx";

/** The 404 page. It does not say whether the page is missing or not open to this person. */
export function NotFound() {
  const { t } = useTranslation("shell");
  const session = useSession();
  const title = t("notFound.title");
  useTitle(title);
  return (
    <Container size="sm" py="xl">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text my="md">{t("notFound.text")}</Text>
      {session ? (
        <OtherAccount session={session} />
      ) : (
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("notFound.home")}</Anchor>
      )}
    </Container>
  );
}
