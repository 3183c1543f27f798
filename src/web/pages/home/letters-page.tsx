import { Card, Code, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { api } from "../../api/client.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { DemoText } from "./demo-text.tsx";

/** In a demonstration: the letters that would have been sent, including codes. */
export function LettersPage() {
  const { t } = useTranslation("home");
  const { time } = useFormat();
  const letters = useQuery({
    queryKey: ["demo", "letters"],
    refetchInterval: 5000,
    queryFn: async () => (await (await api.demo.letters.$get({})).json()).items,
  });
  return (
    <Page title={t("letters")} size="md">
      <Text>{t("lettersWhy")}</Text>
      <ErrorAlert error={letters.error} />
      {letters.data?.length === 0 && <Empty title={t("lettersNone")} />}
      <Stack>
        {letters.data?.map(({ to, subject, text, at, language }) => (
          <Card withBorder key={`${at}${to}${subject}`}>
            <Text fw={600} lang={language} dir={directionOf(language)}>
              {subject}
            </Text>
            <Text size="sm" c="dimmed">
              <Code>{to}</Code> {time(at)}
            </Text>
            <DemoText text={text} language={language} />
          </Card>
        ))}
      </Stack>
    </Page>
  );
}
