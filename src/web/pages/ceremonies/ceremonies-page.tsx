import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ceremony } from "../../api/contract.d.ts";
import { holds, useSession } from "../../api/session.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { useZones } from "../../words/zone.ts";
import { CeremonyState } from "./ceremony-state.tsx";
import { ceremoniesQuery } from "./queries.ts";

const PlanDialog = lazy(() => import("./plan-dialog.tsx"));

/** The signing ceremonies, upcoming and held. */
export function CeremoniesPage() {
  const { t } = useTranslation("ceremonies");
  const { data, error, isPending } = useQuery(ceremoniesQuery);
  const plans = holds(useSession(), "legal-officer", "secretariat");
  const [planning, setPlanning] = useState(false);
  const byDay = data?.toSorted((a, b) => a.date.localeCompare(b.date)) ?? [];
  const coming = byDay.filter(({ state }) => state !== "closed");
  const held = byDay.filter(({ state }) => state === "closed").reverse();
  return (
    <Page
      title={t("title")}
      actions={
        plans && (
          <Button
            leftSection={<IconCalendarPlus size={18} aria-hidden />}
            onClick={() => setPlanning(true)}
          >
            {t("plan")}
          </Button>
        )
      }
    >
      <ErrorAlert error={error} />
      {isPending && <Loading />}
      {data?.length === 0 && (
        <Empty title={t("none")}>{plans ? t("noneOffice") : t("noneParty")}</Empty>
      )}
      <Listed name={t("coming")} ceremonies={coming} />
      <Listed name={t("held")} ceremonies={held} />
      {planning && (
        <Suspense fallback={<Loading />}>
          <PlanDialog close={() => setPlanning(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Listed({ name, ceremonies }: { name: string; ceremonies: Ceremony[] }) {
  const { day } = useFormat();
  const { zoneLabel } = useZones();
  if (ceremonies.length === 0) return null;
  return (
    <Stack component="section" aria-label={name} gap="sm">
      <Title order={2} size="h4">
        {name}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {ceremonies.map(({ id, title, place, date, time, zone, state }) => (
          <Card
            key={id}
            withBorder
            padding="lg"
            renderRoot={(props) => <Link to="/ceremonies/$id" params={{ id }} {...props} />}
          >
            <Group justify="space-between" wrap="nowrap" align="start">
              <Text size="sm" c="dimmed">
                {day(date)}, <bdi>{time}</bdi> · <bdi>{zoneLabel(zone, new Date(date))}</bdi>
              </Text>
              <CeremonyState state={state} />
            </Group>
            <Text fw={600} mt={4} dir="auto">
              <Worded of={title} alone />
            </Text>
            <Text size="sm" dir="auto">
              <Worded of={place} alone />
            </Text>
          </Card>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
