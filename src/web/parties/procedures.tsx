import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import type { ReportedStep } from "../api/contract.d.ts";
import { holds, useSession } from "../api/session.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useFormat } from "../words/format.ts";

const ReportWindow = lazy(() => import("./report-window.tsx"));

type Props = { agreement: string; parties: { code: string; names: Record<string, string> }[] };

/** How far each party's domestic procedure is, as its focal point reports. It has no effect in law. */
export default function Procedures({ agreement, parties }: Props) {
  const { t } = useTranslation("procedure");
  const { party: nameOf } = useFormat();
  const session = useSession();
  const reports = holds(session, "representative", "secretariat", "legal-officer");
  const [open, setOpen] = useState(false);
  const list = useQuery({
    queryKey: ["procedures", agreement],
    queryFn: async () =>
      (await (await api.agreements[":id"].procedures.$get({ param: { id: agreement } })).json())
        .items,
  });
  const items = list.data ?? [];
  const shown = parties.filter(({ code }) => items.some((one) => one.party === code));
  return (
    <section aria-labelledby="procedures">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="procedures">
          {t("title")}
        </Title>
        {reports && (
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {t("report")}
          </Button>
        )}
      </Group>
      <Text size="sm" mb="sm">
        {t("noEffect")}
      </Text>
      <ErrorAlert error={list.error} />
      {list.data && shown.length === 0 && <Text c="dimmed">{t("none")}</Text>}
      <Stack gap="sm">
        {shown.map(({ code, names }) => (
          <Card key={code} withBorder padding="sm" component="article">
            <Title order={3} size="h5">
              {nameOf(code, names)}
            </Title>
            {items
              .filter((one) => one.party === code)
              .map((one) => (
                <Step key={one.step} step={one} />
              ))}
          </Card>
        ))}
      </Stack>
      {open && (
        <Suspense>
          <ReportWindow agreement={agreement} parties={parties} close={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Step({ step }: { step: ReportedStep }) {
  const { t } = useTranslation("procedure");
  const { day } = useFormat();
  const said = ({ on, expectedOn }: Pick<ReportedStep, "on" | "expectedOn">) => {
    if (on) return t("doneOn", { day: day(on) });
    return expectedOn ? t("expectedOn", { day: day(expectedOn) }) : t("noDay");
  };
  return (
    <div>
      <Group gap="xs" mt="xs">
        <Text fw={600}>{t(`step.${step.step}`)}</Text>
        <Text>{said(step)}</Text>
        {step.public && (
          <Badge variant="light" tt="none">
            {t("isPublic")}
          </Badge>
        )}
      </Group>
      {step.note && (
        <Text size="sm" dir="auto">
          {step.note}
        </Text>
      )}
      {step.earlier.map((one) => (
        <Text key={one.at} size="sm" c="dimmed">
          {t("earlier", { said: said(one), day: day(one.at) })}
        </Text>
      ))}
    </div>
  );
}
