import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useReading } from "../../api/reading.ts";
import { comparisonQuery } from "../../api/versions.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Redline } from "../../text/redline.tsx";
import { useFormat } from "../../words/format.ts";

const VersionTerms = lazy(() => import("../../terms/version-terms.tsx"));

type Props = { agreement: Agreement; language: string };

/** What changed in the text since this person last looked, until they say that they have seen it. */
export function Changed({ agreement, language }: Props) {
  const { t } = useTranslation("representative");
  const { relative } = useFormat();
  const [opened, setOpened] = useState(false);
  const { textVersion, lastRead } = agreement;
  const reading = useReading(agreement);
  if (!lastRead || lastRead.textVersion >= textVersion) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="changed">
      <Stack gap="sm">
        <Title order={2} size="h5" id="changed">
          {t("changed.title")}
        </Title>
        <Text size="sm">{t("changed.since", { when: relative(lastRead.at) })}</Text>
        {opened && (
          <>
            <Suspense fallback={<Loading />}>
              <VersionTerms agreement={agreement.id} from={lastRead.textVersion} to={textVersion} />
            </Suspense>
            <Redlines
              agreement={agreement}
              from={lastRead.textVersion}
              to={textVersion}
              language={language}
            />
          </>
        )}
        <ErrorAlert error={reading.error} />
        <Group gap="sm">
          <Button
            size="sm"
            variant={opened ? "default" : "filled"}
            onClick={() => setOpened(!opened)}
            aria-expanded={opened}
          >
            {opened ? t("changed.hide") : t("changed.show")}
          </Button>
          {opened && (
            <Button size="sm" loading={reading.isPending} onClick={() => reading.mutate()}>
              {t("changed.seen")}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

type Between = Props & { from: number; to: number };

function Redlines({ agreement, from, to, language }: Between) {
  const { t } = useTranslation("representative");
  const { id, parties } = agreement;
  const compared = useQuery(comparisonQuery(id, { from, to, language }));
  if (compared.isPending) return <Loading />;
  if (compared.error) return <ErrorAlert error={compared.error} />;
  const articles = compared.data.filter(({ change, moved }) => change !== "same" || moved);
  if (articles.length === 0) return <Text>{t("changed.nothing")}</Text>;
  const codes = parties.map(({ code }) => code);
  return articles.map((article) => (
    <Redline
      key={`${article.from}:${article.to}`}
      article={article}
      language={language}
      codes={codes}
      order={3}
      onlyChanged
    />
  ));
}
