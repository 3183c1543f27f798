import { Badge, Button, Card, Code, Group, SimpleGrid, Switch, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { OfficeProposals } from "./office-proposals.tsx";

const TemplateWindow = lazy(() => import("./template-window.tsx"));

/** The templates of agreements. Published versions never change. */
export function TemplatesPage() {
  const { t } = useTranslation("secretariat");
  const { day, languageName, list, worded } = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: ["templates", "all"],
    queryFn: async () =>
      (await (await api.templates.$get({ query: { retired: "true" } })).json()).items,
  });
  const retire = useKeep(
    async ({ name, retired }: { name: string; retired: boolean }) => {
      await api.templates[":name"].$patch({ param: { name }, json: { retired } });
    },
    { keys: ["templates"] },
  );
  return (
    <Page
      title={t("templates.title")}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("")}>
          {t("templates.publishNew")}
        </Button>
      }
    >
      <Text>{t("templates.why")}</Text>
      <OfficeProposals kinds={["publish-template"]} />
      <ErrorAlert error={error ?? retire.error} />
      {isPending && <Loading />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {data?.map(({ name, title, languages, publishedAt, retired }) => (
          <Card key={name} withBorder padding="md">
            <Group justify="space-between" align="start" wrap="nowrap">
              <div>
                <Title order={2} size="h4" dir="auto">
                  <Worded of={title} alone />
                </Title>
                <Text size="sm" c="dimmed">
                  <Code>{name}</Code>
                </Text>
              </div>
              {retired && (
                <Badge color="orange" variant="light" tt="none">
                  {t("templates.retired")}
                </Badge>
              )}
            </Group>
            <Text size="sm" mt="xs">
              {list(languages.map(languageName))}
            </Text>
            <Text size="sm" c="dimmed">
              {t("templates.published", { day: day(publishedAt) })}
            </Text>
            <Group mt="sm" justify="space-between">
              <Button
                variant="default"
                size="xs"
                onClick={() => setOpen(name)}
                aria-label={t("templates.openOne", { name: worded(title) })}
              >
                {t("templates.versions")}
              </Button>
              <Switch
                label={t("templates.offered")}
                checked={!retired}
                onChange={() => retire.mutate({ name, retired: !retired })}
              />
            </Group>
          </Card>
        ))}
      </SimpleGrid>
      {open !== null && (
        <Suspense>
          <TemplateWindow name={open} close={() => setOpen(null)} />
        </Suspense>
      )}
    </Page>
  );
}
