import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { readVersion, versionsQuery } from "../../../api/versions.ts";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { Loading } from "../../../shell/loading.tsx";
import { useFormat } from "../../../words/format.ts";
import { Worded } from "../../../words/worded.tsx";
import { useDesk } from "../desk.tsx";
import { VersionWord } from "../word/version-word.tsx";

/** The versions with their notes, newest first. Each can be opened as the working text. */
export function Versions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("drafting");
  const { time } = useFormat();
  const { draft, place, terms, writable } = useDesk();
  const versions = useQuery(versionsQuery(agreement.id));
  const open = useMutation({
    mutationFn: (number: number) => readVersion(agreement.id, number),
    onSuccess: (texts, number) => {
      place.enter(null);
      for (const [language, markdown] of Object.entries(texts)) {
        if (draft.store.languages.includes(language)) draft.store.replaceText(language, markdown);
      }
      const version = versions.data?.find((one) => one.number === number);
      if (version) terms.open(version.terms);
    },
  });
  if (versions.isPending) return <Loading />;
  const newest = [...(versions.data ?? [])].sort((a, b) => b.number - a.number);
  return (
    <Stack gap="xs">
      <ErrorAlert error={versions.error ?? open.error} />
      <Stack gap="xs" component="ul" p={0} m={0}>
        {newest.map(({ number, author, createdAt, note }) => (
          <Paper key={number} component="li" withBorder p="sm" style={{ listStyle: "none" }}>
            <Text fw={600} size="sm">
              {t("version.number", { number })}
            </Text>
            <Text size="xs" c="dimmed">
              <Worded of={author} /> · {time(createdAt)}
            </Text>
            {note && (
              <Text size="sm" mt={4} dir="auto" style={{ whiteSpace: "pre-line" }}>
                {note}
              </Text>
            )}
            <Group gap="xs" mt="xs">
              {writable && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={open.isPending && open.variables === number}
                  onClick={() => open.mutate(number)}
                >
                  {t("version.open")}
                </Button>
              )}
              <VersionWord
                agreement={agreement}
                number={number}
                newest={newest[0]?.number ?? number}
              />
            </Group>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}
