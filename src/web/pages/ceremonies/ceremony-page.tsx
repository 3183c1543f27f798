import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Ceremony } from "../../api/contract.d.ts";
import { pollIntervalMs } from "../../api/query.ts";
import { holds, useSession } from "../../api/session.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { useZones } from "../../words/zone.ts";
import classes from "./ceremony.module.css";
import { CeremonyState } from "./ceremony-state.tsx";
import { Moments } from "./moments.tsx";
import { ceremonyQuery, runSheetQuery } from "./queries.ts";
import { SheetItem } from "./sheet-item.tsx";

const RunSheet = lazy(() => import("./run-sheet.tsx"));
const ProcesVerbal = lazy(() => import("./proces-verbal.tsx"));

/** A signing ceremony with its run sheet, for planning, for the day, and for print. */
export function CeremonyPage() {
  const { id = "" } = useParams({ strict: false });
  const { data, error } = useQuery({ ...ceremonyQuery(id), refetchInterval: pollIntervalMs });
  if (error && !data) return <Fault error={error} />;
  if (!data) return <Loading />;
  return <Held ceremony={data} />;
}

function Held({ ceremony }: { ceremony: Ceremony }) {
  const { t } = useTranslation("ceremonies");
  const { day } = useFormat();
  const { zoneLabel } = useZones();
  const { nameOf } = useParties();
  const { id, title, place, date, time, zone, host, state } = ceremony;
  const plans = holds(useSession(), "legal-officer", "secretariat");
  const items = useQuery({ ...runSheetQuery(id), refetchInterval: pollIntervalMs });
  return (
    <Page
      title={title}
      kicker={
        <>
          <CeremonyState state={state} /> {day(date)}, <bdi>{time}</bdi> ·{" "}
          <bdi>{zoneLabel(zone, new Date(date))}</bdi>
        </>
      }
      actions={
        <Group gap="xs" className={classes.screen}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => print()}
          >
            {t("print")}
          </Button>
          {plans && <Moments ceremony={ceremony} items={items.data ?? []} />}
        </Group>
      }
    >
      <Text>
        <Worded of={place} />
        {host && ` · ${t("hostedBy", { party: nameOf(host) })}`}
      </Text>
      <Stack component="section" aria-labelledby="sheet" gap="md">
        <Title order={2} size="h4" id="sheet">
          {t("runSheet")}
        </Title>
        <ErrorAlert error={items.error} />
        {items.isPending && <Loading />}
        {items.data && state === "planned" && plans && (
          <Suspense fallback={<Loading />}>
            <RunSheet ceremony={ceremony} items={items.data} />
          </Suspense>
        )}
        {items.data && !(state === "planned" && plans) && (
          <>
            {items.data.length === 0 && <Empty title={t("noItems")} />}
            <ol className={classes.sheet}>
              {items.data.map((item) => (
                <li key={item.agreement} className={classes.item}>
                  <SheetItem item={item} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Stack>
      {state === "closed" && (
        <Suspense fallback={<Loading />}>
          <ProcesVerbal ceremony={ceremony} />
        </Suspense>
      )}
    </Page>
  );
}
