import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { checksQuery } from "../../checks/checks-query.ts";
import { type Spot, WarningCard } from "../../checks/warning-card.tsx";
import { WarningList } from "../../checks/warning-list.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { goTo } from "./place.ts";
import type { ReviewProps } from "./review-props.ts";

/** Warnings to look at before a text is circulated. Each links to its places; none blocks. */
export function ChecksPanel({ agreement, view, look }: ReviewProps) {
  const { t } = useTranslation("review");
  const { data, error } = useQuery(checksQuery(agreement.id));
  const jump = ({ language, article }: Spot) => {
    const shown = language === view.language || language === view.beside;
    const known = agreement.languages.includes(language);
    look({
      from: null,
      to: agreement.textVersion,
      ...(!shown && known && { language, ...(view.beside && { beside: view.language }) }),
    });
    goTo(article ?? 0);
  };
  const none = data?.warnings.every(({ open }) => !open);
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t("panel.checks")}
      </Title>
      <Text size="sm" c="dimmed">
        {none ? t("noWarnings") : t("warningsWhy")}
      </Text>
      <ErrorAlert error={error} />
      {!data && !error && <Loading />}
      {data && (
        <WarningList
          warnings={data.warnings}
          card={(warning, key) => (
            <WarningCard
              key={key}
              agreement={agreement}
              warning={warning}
              title={t(`rule.${warning.rule}`)}
              go={jump}
            />
          )}
        />
      )}
    </Stack>
  );
}
