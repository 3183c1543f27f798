import { Badge, Group, Text } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useForms } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { ArticleCell } from "./article-cell.tsx";
import { useDesk } from "./desk.tsx";
import classes from "./draft.module.css";
import type { Row } from "./model/draft-store.ts";
import { rowAt } from "./model/row-at.ts";
import { RowMenu } from "./row-menu.tsx";
import { useOthersAt } from "./use-place.ts";

type Props = {
  row: Row;
  /** The row's index, which is the article's number in checks and presence. */
  at: number;
  languages: string[];
  last: boolean;
};

/** An article in the chosen languages side by side, with a menu of actions on all of them. */
export const ArticleRow = memo(function ArticleRow({ row, at, languages, last }: Props) {
  const { t } = useTranslation("drafting");
  const { language } = useFormat();
  const { writable } = useDesk();
  const others = useOthersAt(at);
  const forms = useForms(language);
  const name =
    row.kind === "head"
      ? t("preamble")
      : row.kind === "article"
        ? forms.article(row.number)
        : forms.annex(row.number, 2);
  return (
    <section id={rowAt(at)} tabIndex={-1} aria-label={name} className={classes.row}>
      <Group gap="xs" className={classes.bar} wrap="nowrap">
        <Text size="sm" c="dimmed" fw={600}>
          {name}
        </Text>
        <Group gap={4} role="status" aria-label={t("presence.here", { article: name })}>
          {others.map((other) => (
            <Badge key={other.person} variant="light" color="teal" tt="none" radius="sm">
              <Worded of={other.names} />
            </Badge>
          ))}
        </Group>
        {writable && <RowMenu row={row} name={name} last={last} />}
      </Group>
      <div className={classes.columns}>
        {languages.map((tag) => (
          <ArticleCell key={tag} row={row} language={tag} name={name} />
        ))}
      </div>
    </section>
  );
});
