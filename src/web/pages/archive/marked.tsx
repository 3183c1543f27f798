import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Found } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";
import classes from "./archive.module.css";

/** An excerpt with the hits marked, in the text's own direction. */
export function Marked({ language, excerpt, hits }: Found) {
  const { t } = useTranslation("archive");
  const { languageName } = useFormat();
  const pieces = hits.flatMap(({ start, end }, index) => [
    excerpt.slice(hits[index - 1]?.end ?? 0, start),
    <mark key={start}>{excerpt.slice(start, end)}</mark>,
  ]);
  return (
    <div className={classes.excerpt}>
      <Text size="xs" c="dimmed">
        {t("found_in", { language: languageName(language) })}
      </Text>
      <Text size="sm" lang={language} dir={directionOf(language)} ta="start">
        {pieces}
        {excerpt.slice(hits.at(-1)?.end ?? 0)}
      </Text>
    </div>
  );
}
