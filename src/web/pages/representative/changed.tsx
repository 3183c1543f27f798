import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Agreement, agreementQuery } from "../../api/agreement.ts";
import { api } from "../../api/client.ts";
import { comparisonQuery } from "../../api/versions.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Redline } from "../../text/redline.tsx";
import { useFormat } from "../../words/format.ts";

type Props = { agreement: Agreement; language: string };

/**
 * What changed since this person last looked. A first look is recorded at once, a changed text only when the person
 * says that they have seen the changes.
 */
export function Changed({ agreement, language }: Props) {
  const { t } = useTranslation("representative");
  const { relative } = useFormat();
  const [opened, setOpened] = useState(false);
  const { id, textVersion, lastRead } = agreement;
  const queries = useQueryClient();
  const note = useMutation({
    mutationFn: async () =>
      (await api.agreements[":id"].reading.$put({ param: { id }, json: { textVersion } })).json(),
    onSuccess: () => queries.invalidateQueries(agreementQuery(id)),
  });
  const { mutate } = note;
  const first = lastRead === null;
  useEffect(() => {
    if (first) mutate();
  }, [first, mutate]);
  if (!lastRead || lastRead.textVersion >= textVersion) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="changed">
      <Stack gap="sm">
        <Title order={2} size="h5" id="changed">
          {t("changed.title")}
        </Title>
        <Text size="sm">{t("changed.since", { when: relative(lastRead.at) })}</Text>
        {opened && (
          <Redlines
            agreement={agreement}
            from={lastRead.textVersion}
            to={textVersion}
            language={language}
          />
        )}
        <ErrorAlert error={note.error} />
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
            <Button size="sm" loading={note.isPending} onClick={() => mutate()}>
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
