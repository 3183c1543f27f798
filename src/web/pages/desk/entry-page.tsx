import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { DeskEntry } from "../../api/contract.d.ts";
import { deskEntryQuery } from "../../api/desk.ts";
import { holds, useSession } from "../../api/session.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useActName } from "../../words/act-names.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { Zone } from "../../words/zone.ts";
import { Checklist } from "./checklist.tsx";
import { EntryActs } from "./entry-acts.tsx";
import { EntryState } from "./entry-rows.tsx";
import { History } from "./history.tsx";

const PaperWindow = lazy(() => import("./paper-window.tsx"));

/** An entry of the register, with its checklist, scans and history, and the acts that came of it. */
export function EntryPage() {
  const { t } = useTranslation("desk");
  const { id = "" } = useParams({ strict: false });
  const session = useSession();
  const keeps = holds(session, "secretariat", "legal-officer");
  const { data: entry, error, isPending } = useQuery(deskEntryQuery(id));
  const [correcting, setCorrecting] = useState(false);
  if (!entry) {
    return (
      <Page title={t("title")}>
        <ErrorAlert error={error} />
        {isPending && <Loading />}
      </Page>
    );
  }
  return (
    <Zone value={entry.zone}>
      <Page
        title={entry.reference}
        about={t("title")}
        kicker={
          <Anchor renderRoot={(props) => <Link to="/desk" {...props} />}>{t("title")}</Anchor>
        }
        size="md"
        actions={
          keeps && (
            <Button variant="default" onClick={() => setCorrecting(true)}>
              {t("correct")}
            </Button>
          )
        }
      >
        <EntryState entry={entry} />
        <Facts entry={entry} />
        {keeps && <EntryActs entry={entry} />}
        <Checklist entry={entry} keeps={keeps} />
        <CameOfIt entry={entry} />
        <History entry={entry} />
        {correcting && (
          <Suspense>
            <PaperWindow entry={entry} close={() => setCorrecting(false)} />
          </Suspense>
        )}
      </Page>
    </Zone>
  );
}

function Facts({ entry }: { entry: DeskEntry }) {
  const { t } = useTranslation("desk");
  const { day, time, list, languageName } = useFormat();
  const partyName = usePartyName();
  const { agreement, originalReceivedAt, scanAhead, answers, answeredBy, scans } = entry;
  const facts: [name: string, value: React.ReactNode][] = [
    [t("field.direction"), t(`direction.${entry.direction}`)],
    [t("field.kind"), t(`kind.${entry.kind}`)],
    [t("field.party"), partyName(entry.party)],
    [
      t("field.agreement"),
      agreement ? <AgreementLink key="agreement" {...agreement} /> : t("noAgreement"),
    ],
    [t("field.subject"), <bdi key="subject">{entry.subject}</bdi>],
    [t("field.senderNumber"), entry.senderNumber && <bdi key="number">{entry.senderNumber}</bdi>],
    [t("field.dated"), entry.dated && day(entry.dated)],
    [t("field.channel"), t(`channel.${entry.channel}`)],
    [t(`field.stamp-${entry.direction}`), time(entry.stampedAt)],
    [t("field.languages"), list(entry.languages.map(languageName))],
    [
      t("field.original"),
      scanAhead &&
        (originalReceivedAt
          ? t("originalOn", { when: time(originalReceivedAt) })
          : t("originalAwaited")),
    ],
    [t("field.answers"), answers && <EntryLink {...answers} />],
    [
      t("field.answeredBy"),
      answeredBy.length > 0 && answeredBy.map((one) => <EntryLink key={one.id} {...one} />),
    ],
    [
      t("scans"),
      scans.length > 0 &&
        scans.map(({ digest }, index) => (
          <Anchor
            key={digest}
            href={address(`/correspondence/${entry.id}/scans/${digest}`)}
            target="_blank"
            me="sm"
          >
            {t("scan", { number: index + 1 })}
          </Anchor>
        )),
    ],
  ];
  return (
    <Stack component="dl" gap="xs" m={0}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: "anywhere" }}>
              {value}
            </Text>
          </div>
        ))}
    </Stack>
  );
}

function AgreementLink({ id, reference, title }: NonNullable<DeskEntry["agreement"]>) {
  return (
    <Anchor renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}>
      <bdi>{reference}</bdi> · <Worded of={title} />
    </Anchor>
  );
}

function EntryLink({ id, reference }: { id: string; reference: string }) {
  return (
    <Anchor renderRoot={(props) => <Link to="/desk/$id" params={{ id }} {...props} />} me="sm">
      <bdi>{reference}</bdi>
    </Anchor>
  );
}

function CameOfIt({ entry }: { entry: DeskEntry }) {
  const { t } = useTranslation("desk");
  const { day } = useFormat();
  const nameOf = useActName();
  if (entry.acts.length === 0) return null;
  return (
    <section aria-labelledby="came-of-it">
      <Title order={2} size="h4" id="came-of-it" mb="xs">
        {t("acts")}
      </Title>
      {entry.acts.map(({ agreement, seq, act, at }) => (
        <Text key={`${agreement} ${seq}`}>
          <Link to="/agreements/$id/record" params={{ id: agreement }}>
            {nameOf(act)}
          </Link>{" "}
          <Text span c="dimmed">
            {day(at)}
          </Text>
        </Text>
      ))}
    </section>
  );
}
