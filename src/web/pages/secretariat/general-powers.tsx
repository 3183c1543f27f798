import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { GeneralPowers as Powers } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { GeneralPowersActs } from "./general-powers-acts.tsx";

const LodgeWindow = lazy(() => import("./lodge-window.tsx"));

const colors = { pending: "orange", verified: "teal", rejected: "red", revoked: "red" } as const;

/** The general full powers in a state, and the form that lodges them. */
export function GeneralPowers({ state }: { state: Powers["state"] }) {
  const { t } = useTranslation("secretariat");
  const [lodging, setLodging] = useState(false);
  const list = useQuery({
    queryKey: ["general-powers"],
    queryFn: async () => (await (await api["general-powers"].$get({ query: {} })).json()).items,
  });
  const shown = list.data?.filter((one) => one.state === state) ?? [];
  return (
    <section aria-labelledby="general-powers">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="general-powers">
          {t("credentials.general")}
        </Title>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setLodging(true)}
        >
          {t("credentials.lodge")}
        </Button>
      </Group>
      <Text mb="sm">{t("credentials.generalWhy")}</Text>
      <ErrorAlert error={list.error} />
      <Stack>
        {shown.map((powers) => (
          <PowersCard key={powers.id} powers={powers} />
        ))}
        {list.data && shown.length === 0 && <Text c="dimmed">{t("credentials.none")}</Text>}
      </Stack>
      {lodging && (
        <Suspense>
          <LodgeWindow close={() => setLodging(false)} />
        </Suspense>
      )}
    </section>
  );
}

function PowersCard({ powers }: { powers: Powers }) {
  const { t } = useTranslation("secretariat");
  const { day, list } = useFormat();
  const partyName = usePartyName();
  const { party, person, acts, state, validFrom, validUntil, restrictions, reason } = powers;
  const facts: [string, string | null][] = [
    [
      t("credentials.acts"),
      list(acts.map((act) => t(`credentials.act.${act}` as "credentials.act.sign"))),
    ],
    [t("credentials.issuedBy"), powers.issuedBy],
    [t("credentials.issuedOn"), day(powers.issuedOn)],
    [
      t("credentials.valid"),
      validUntil ? `${day(validFrom)} – ${day(validUntil)}` : day(validFrom),
    ],
    [t("credentials.restrictions"), restrictions],
    [t("reason"), reason],
  ];
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="start">
        <div>
          <Title order={3} size="h4" dir="auto">
            <Worded of={person.names} alone />
          </Title>
          <Text>
            <bdi>{partyName(party)}</bdi>
          </Text>
        </div>
        <Badge variant="light" color={colors[state]} tt="none">
          {t(`credentials.states.${state}`)}
        </Badge>
      </Group>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <Text key={name} size="sm">
            <Text span c="dimmed">
              {name}
            </Text>{" "}
            <bdi>{value}</bdi>
          </Text>
        ))}
      <GeneralPowersActs powers={powers} />
    </Card>
  );
}
