import { Group, Paper, SegmentedControl, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";

const WholeText = lazy(async () => ({
  default: (await import("../../text/whole-text.tsx")).WholeText,
}));

/** The text for reading, first in the reader's language if that is an authentic one. */
export function EntryText({ texts }: { texts: RegisterEntry["texts"] }) {
  const { t } = useTranslation("register");
  const { language, languageName } = useFormat();
  const own = texts.find((text) => text.language === language) ?? texts[0];
  const [wanted, setWanted] = useState(own?.language ?? "");
  const shown = texts.find((text) => text.language === wanted) ?? own;
  if (!shown) return null;
  return (
    <section aria-labelledby="text">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="text">
          {t("entry.text")}
        </Title>
        {texts.length > 1 && (
          <SegmentedControl
            className="no-print"
            aria-label={t("entry.textLanguage")}
            value={shown.language}
            onChange={setWanted}
            data={texts.map((text) => ({
              value: text.language,
              label: languageName(text.language),
            }))}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t("entry.textIsCopy")}
      </Text>
      <Paper withBorder p={{ base: "md", sm: "xl" }}>
        <Suspense fallback={<Loading />}>
          <WholeText markdown={shown.markdown} language={shown.language} />
        </Suspense>
      </Paper>
    </section>
  );
}
