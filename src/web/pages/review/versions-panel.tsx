import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { versionsQuery } from "../../api/versions.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import type { ReviewProps } from "./review-props.ts";

/** The versions of the text with author, time and note. */
export function VersionsPanel({ agreement, view, look }: ReviewProps) {
  const { t } = useTranslation("review");
  const { time, number: format } = useFormat();
  const { data, error } = useQuery(versionsQuery(agreement.id));
  return (
    <Stack gap="md">
      <Title order={2} size="h5">
        {t("panel.versions")}
      </Title>
      <ErrorAlert error={error} />
      {!data && !error && <Loading />}
      {data?.map(({ number, author, createdAt, note }) => (
        <div key={number}>
          <Text size="sm" fw={600}>
            {t("version", { version: format(number) })}
          </Text>
          <Text size="xs" c="dimmed">
            <Worded of={author} /> · {time(createdAt)}
          </Text>
          {note && (
            <Text size="sm" dir="auto">
              {note}
            </Text>
          )}
          <Group gap="xs" mt={4}>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t("showVersion", { version: format(number) })}
              aria-pressed={view.to === number && view.from === null}
              onClick={() => look({ to: number, from: null })}
            >
              {t("show")}
            </Button>
            {number > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t("compareVersion", { version: format(number) })}
                aria-pressed={view.to === number && view.from === number - 1}
                onClick={() => look({ to: number, from: number - 1 })}
              >
                {t("compareBefore")}
              </Button>
            )}
          </Group>
        </div>
      ))}
    </Stack>
  );
}
