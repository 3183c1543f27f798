import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconBuildingBank, IconRosetteDiscountCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { serviceQuery } from "../../api/service.ts";
import { startOver } from "../../api/start-over.ts";
import { Page } from "../../shell/page.tsx";
import { DemoPeople } from "../../shell/sign-in/demo-people.tsx";

/** The home page for visitors: what this is, the register, verification, and the demo people. */
export function FrontPage() {
  const { t } = useTranslation("home");
  const service = useQuery(serviceQuery).data;
  return (
    <Page title={t("front.title")} size="lg">
      <Text size="lg" maw={680}>
        {t("front.what")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Way
          icon={<IconBuildingBank aria-hidden />}
          title={t("front.register")}
          text={t("front.registerText")}
        >
          <Button variant="light" renderRoot={(props) => <Link to="/register" {...props} />}>
            {t("front.registerGo")}
          </Button>
        </Way>
        <Way
          icon={<IconRosetteDiscountCheck aria-hidden />}
          title={t("front.verify")}
          text={t("front.verifyText")}
        >
          <Button variant="light" renderRoot={(props) => <Link to="/verify" {...props} />}>
            {t("front.verifyGo")}
          </Button>
        </Way>
      </SimpleGrid>
      {service?.demonstration && <DemoPeople done={() => startOver("/")} />}
    </Page>
  );
}

type Props = { icon: React.ReactNode; title: string; text: string; children: React.ReactNode };

function Way({ icon, title, text, children }: Props) {
  return (
    <Card withBorder padding="lg">
      <Stack h="100%" justify="space-between">
        <div>
          <Group gap="xs" mb={4}>
            {icon}
            <Title order={2} size="h4">
              {title}
            </Title>
          </Group>
          <Text>{text}</Text>
        </div>
        <Group>{children}</Group>
      </Stack>
    </Card>
  );
}
