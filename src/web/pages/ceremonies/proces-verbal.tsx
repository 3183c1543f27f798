import { Anchor, Card, Group, SegmentedControl, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Ceremony } from "../../api/contract.d.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { ArticleText } from "../../text/article-text.tsx";
import { readText } from "../../text/read-text.ts";
import { useFormat } from "../../words/format.ts";
import classes from "./ceremony.module.css";
import { procesVerbalQuery } from "./queries.ts";

/** The procès-verbal made when the ceremony closed, in each of its languages. */
export default function ProcesVerbal({ ceremony: { id, languages } }: { ceremony: Ceremony }) {
  const { t } = useTranslation("ceremonies");
  const { languageName, language: own } = useFormat();
  const [language, setLanguage] = useState(languages.includes(own) ? own : (languages[0] ?? "en"));
  const { data, error } = useQuery(procesVerbalQuery(id, language));
  return (
    <Card
      withBorder
      padding="lg"
      component="section"
      aria-labelledby="record"
      className={classes.screen}
    >
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4" id="record">
          {t("procesVerbal")}
        </Title>
        <Group gap="sm">
          {languages.length > 1 && (
            <SegmentedControl
              aria-label={t("languages")}
              value={language}
              onChange={setLanguage}
              data={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
            />
          )}
          <Anchor
            size="sm"
            href={address(`/ceremonies/${id}/proces-verbal?language=${language}`)}
            download={`proces-verbal-${language}.md`}
          >
            {t("download")}
          </Anchor>
        </Group>
      </Group>
      <ErrorAlert error={error} />
      {data === undefined && !error && <Loading />}
      {data !== undefined &&
        readText(language, data).parts.map((part) => (
          <ArticleText key={part.place} {...part} language={language} />
        ))}
    </Card>
  );
}
