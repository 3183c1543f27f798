import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Found } from "../../api/contract.d.ts";
import { Excerpt } from "../../text/excerpt.tsx";
import { useFormat } from "../../words/format.ts";
import classes from "./archive.module.css";

/** The language in which the words were found, and the excerpt with the hits marked. */
export function FoundIn(found: Found) {
  const { t } = useTranslation("archive");
  const { languageName } = useFormat();
  return (
    <div className={classes.excerpt}>
      <Text size="xs" c="dimmed">
        {t("found_in", { language: languageName(found.language) })}
      </Text>
      <Excerpt {...found} />
    </div>
  );
}
