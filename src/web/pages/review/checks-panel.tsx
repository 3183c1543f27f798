import { Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { goTo } from "./place.ts";
import { checksQuery } from "./queries.ts";
import classes from "./review.module.css";
import type { ReviewProps } from "./review-props.ts";

/** Warnings to look at before a text is circulated. Each links to its place; none blocks. */
export function ChecksPanel({ agreement, view, look }: ReviewProps) {
  const { t } = useTranslation("review");
  const { languageName, number } = useFormat();
  const { data, error } = useQuery(checksQuery(agreement.id));
  const jump = (language: string, article: number | null) => {
    const shown = language === view.language || language === view.beside;
    const known = agreement.languages.includes(language);
    look({
      from: null,
      to: agreement.textVersion,
      ...(!shown && known && { language, ...(view.beside && { beside: view.language }) }),
    });
    goTo(article ?? 0);
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t("panel.checks")}
      </Title>
      <Text size="sm" c="dimmed">
        {data?.length === 0 ? t("noWarnings") : t("warningsWhy")}
      </Text>
      <ErrorAlert error={error} />
      {!data && !error && <Loading />}
      {data?.map(({ rule, language, article, paragraph, detail, found }, at) => (
        <UnstyledButton
          // biome-ignore lint/suspicious/noArrayIndexKey: warnings have no name of their own
          key={at}
          className={classes.warning}
          onClick={() => jump(language, article)}
        >
          <Text size="sm" fw={600}>
            {t(`rule.${rule}`)}
          </Text>
          <Text size="xs" c="dimmed">
            {languageName(language)}
            {article !== null && ` · ${t("article", { number: number(article) })}`}
            {paragraph && (
              <>
                {" · "}
                <bdi>{paragraph}</bdi>
              </>
            )}
          </Text>
          <Text size="sm">{detail}</Text>
          {found && found.length > 0 && (
            <Text size="sm" lang={language} dir={directionOf(language)}>
              {found.join(" · ")}
            </Text>
          )}
        </UnstyledButton>
      ))}
    </Stack>
  );
}
