import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";

/** The title in the other languages, each in its own direction. */
export function OtherTitles({ title }: { title: Record<string, string> }) {
  const { t } = useTranslation("register");
  const { worded } = useFormat();
  const others = Object.entries(title).filter(([, words]) => words !== worded(title));
  if (others.length === 0) return null;
  return (
    <Stack component="section" gap={4} aria-label={t("entry.otherTitles")}>
      {others.map(([language, words]) => (
        <Text
          key={language}
          ff="var(--serif)"
          c="dimmed"
          lang={language}
          dir={directionOf(language)}
        >
          {words}
        </Text>
      ))}
    </Stack>
  );
}
