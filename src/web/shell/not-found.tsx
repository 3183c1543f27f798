import { Anchor, Container, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Nothing is there, or nothing that this person may see: nobody is told which. */
export function NotFound() {
  const { t } = useTranslation("shell");
  return (
    <Container size="sm" py="xl">
      <Title order={1} size="h2">
        {t("notFound.title")}
      </Title>
      <Text my="md">{t("notFound.text")}</Text>
      <Anchor renderRoot={(props) => <Link to="/" {...props} />}>{t("notFound.home")}</Anchor>
    </Container>
  );
}
