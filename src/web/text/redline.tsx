import { Badge, Group } from "@mantine/core";
import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ArticleChange, ParagraphChange } from "#src/text/compare.ts";
import { directionOf } from "../words/words.ts";
import { changedParagraphs } from "./changed-paragraphs.ts";
import { ChangedTable } from "./changed-table.tsx";
import { ChangedWords } from "./changed-words.tsx";
import classes from "./redline.module.css";
import textClasses from "./text.module.css";

type Props = {
  article: ArticleChange;
  language: string;
  /** The parties whose brackets are marked. */
  codes: string[];
  /** The level of the article's heading on the page. */
  order: 2 | 3;
  /** Show only changed paragraphs and the items that contain them. */
  onlyChanged?: boolean;
};

const heads = new Set<ParagraphChange["kind"]>(["title", "article", "annex"]);

/**
 * An article as printed, with insertions and deletions. They differ by line and colour, and by words for screen
 * readers.
 */
export function Redline({ article, language, codes, order, onlyChanged = false }: Props) {
  const { name, paragraphs } = article;
  const heading = paragraphs.find(({ kind }) => heads.has(kind));
  const shown = useMemo(() => {
    const rest = paragraphs.filter((one) => one !== heading);
    return onlyChanged ? changedParagraphs(rest) : rest;
  }, [paragraphs, heading, onlyChanged]);
  const Heading = order === 2 ? "h2" : "h3";
  const given = { language, codes };
  return (
    <div className={`text ${classes.text}`} lang={language} dir={directionOf(language)}>
      <Heading className={article.kind === "head" ? textClasses.title : textClasses.heading}>
        {name.length > 0 && (
          <span className={textClasses.number} data-number>
            <ChangedWords runs={name} {...given} apart />
          </span>
        )}
        {heading && <ChangedWords runs={heading.runs} {...given} />}
      </Heading>
      <Badges article={article} />
      {shown.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
        <Paragraph key={at} change={one} {...given} onlyChanged={onlyChanged} />
      ))}
    </div>
  );
}

/** Says what happened to the article as a whole. */
function Badges({ article: { change, moved } }: Pick<Props, "article">) {
  const { t, i18n } = useTranslation();
  if (change === "same" && !moved) return null;
  return (
    <Group
      gap="xs"
      mb="sm"
      justify="center"
      className={classes.badges ?? ""}
      lang={i18n.language}
      dir={i18n.dir()}
    >
      {change !== "same" && (
        <Badge size="sm" variant="light" tt="none">
          {t(`redline.change.${change}`)}
        </Badge>
      )}
      {moved && (
        <Badge size="sm" variant="light" color="gray" tt="none">
          {t("redline.moved")}
        </Badge>
      )}
    </Group>
  );
}

type ParagraphProps = Pick<Props, "language" | "codes"> & {
  change: ParagraphChange;
  onlyChanged: boolean;
};

function Paragraph({ change, language, codes, onlyChanged }: ParagraphProps) {
  const { kind, level, quotes, label, runs, table } = change;
  const given = { language, codes };
  const style = { "--level": level } as CSSProperties;
  const quoted = quotes > 0 ? classes.quoted : "";
  if (table) {
    return (
      <div className={quoted} style={style}>
        <ChangedTable table={table} {...given} onlyChanged={onlyChanged} />
      </div>
    );
  }
  if (kind === "heading") {
    return (
      <h4 className={textClasses.inner} style={style}>
        <ChangedWords runs={runs} {...given} />
      </h4>
    );
  }
  return (
    <p className={`${classes[kind] ?? ""} ${quoted}`} style={style} data-level={level}>
      {label.length > 0 && (
        <>
          <span className={classes.label} data-label>
            <ChangedWords runs={label} {...given} apart />
          </span>{" "}
        </>
      )}
      <ChangedWords runs={runs} {...given} />
    </p>
  );
}
