import { Box, Loader, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { headingOf, partsOf, readPart } from "#src/text/parts.ts";
import { slugsOf } from "#src/text/slug.ts";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { ArticleText } from "../../../text/article-text.tsx";
import { useFormat } from "../../../words/format.ts";

type Props = {
  texts: Record<string, string>;
  languages: string[];
  fetching: boolean;
  error: unknown;
};

/** A preview of the text in one language. Missing values are shown as blanks. */
export function TextPreview({ texts, languages, fetching, error }: Props) {
  const { t } = useTranslation("new-agreement");
  const { languageName } = useFormat();
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = wanted && languages.includes(wanted) ? wanted : (languages[0] ?? "");
  return (
    <Stack gap="sm" component="section" aria-label={t("preview")}>
      {languages.length > 1 && (
        <SegmentedControl
          aria-label={t("previewLanguage")}
          value={shown}
          onChange={setWanted}
          data={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        />
      )}
      <ErrorAlert error={error} />
      <Paper withBorder p={{ base: "md", sm: "xl" }} pos="relative" mih={320}>
        <Box pos="absolute" top={12} style={{ insetInlineEnd: 12 }} role="status">
          {fetching && <Loader size="xs" aria-label={t("previewing")} />}
        </Box>
        {texts[shown] === undefined ? (
          <Text c="dimmed">{t("previewLater")}</Text>
        ) : (
          <WholeText markdown={texts[shown]} language={shown} />
        )}
      </Paper>
    </Stack>
  );
}

function WholeText({ markdown, language }: { markdown: string; language: string }) {
  const articles = useMemo(() => {
    const parts = partsOf(markdown);
    const headings = parts.filter(({ kind }) => kind === "article").map((part) => part.markdown);
    const articleOf = slugsOf(headings.map(headingOf));
    let number = 0;
    return parts.map((part) => {
      if (part.kind === "article") number += 1;
      return { kind: part.kind, number, ...readPart(part.markdown, { language, articleOf }) };
    });
  }, [markdown, language]);
  return articles.map(({ kind, number, heading, blocks }, at) => (
    <ArticleText
      // biome-ignore lint/suspicious/noArrayIndexKey: an article is its place
      key={at}
      kind={kind}
      number={number}
      heading={heading}
      blocks={blocks}
      language={language}
    />
  ));
}
