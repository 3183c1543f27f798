import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { type Thread, threadsQuery } from "../../comments/threads.ts";
import { useCanComment } from "../../comments/use-can-comment.ts";
import { useForms } from "../../text/around-text.tsx";
import { Blocks } from "../../text/blocks.tsx";
import textClasses from "../../text/text.module.css";
import { directionOf } from "../../words/words.ts";
import { ArticleComments } from "./article-comments.tsx";
import classes from "./representative.module.css";
import type { ShownPart, ShownText } from "./texts.ts";

type Props = { agreement: Agreement; texts: ShownText[] };

/** The number of articles rendered first. The others follow once these are on the screen. */
const firstScreen = 3;
const none: Thread[] = [];

/** The articles of a text, in two languages side by side, each with its comments below. */
export function Articles({ agreement, texts }: Props) {
  const [main] = texts;
  const { data: threads = none } = useQuery(threadsQuery(agreement.id));
  const byArticle = useMemo(() => Map.groupBy(threads, ({ article }) => article), [threads]);
  const canComment = useCanComment(agreement);
  const { parties } = agreement;
  const codes = useMemo(() => parties.map(({ code }) => code), [parties]);
  const drawn = useDeferredValue(Number.POSITIVE_INFINITY, firstScreen);
  if (!main) return null;
  if (main.raw !== null) return <Raw text={main} />;
  return main.parts
    .slice(0, drawn)
    .map((part, at) => (
      <Article
        key={part.number}
        agreement={agreement}
        texts={texts}
        at={at}
        codes={codes}
        canComment={canComment}
        threads={byArticle.get(part.number) ?? none}
      />
    ));
}

type ArticleProps = Props & {
  at: number;
  codes: string[];
  canComment: boolean;
  threads: Thread[];
};

const Article = memo(function Article({
  agreement,
  texts,
  at,
  codes,
  canComment,
  threads,
}: ArticleProps) {
  const [main] = texts;
  const part = main?.parts[at];
  if (!main || !part) return null;
  return (
    <section
      className={`${classes.article} ${at === 0 ? classes.first : ""}`}
      data-article={part.number}
      tabIndex={-1}
    >
      <div className={`${classes.columns} ${texts.length > 1 ? classes.two : ""}`}>
        {texts.map((text) => (
          <OneText key={text.language} text={text} part={text.parts[at]} codes={codes} />
        ))}
      </div>
      {!part.annex && (canComment || threads.length > 0) && (
        <ArticleComments
          agreement={agreement}
          language={main.language}
          article={part.number}
          heading={part.heading}
          threads={threads}
        />
      )}
    </section>
  );
});

type OneTextProps = { text: ShownText; part: ShownPart | undefined; codes: string[] };

/** An article in one language. Plain elements, because there may be hundreds. */
function OneText({ text: { language }, part, codes }: OneTextProps) {
  const forms = useForms(language);
  if (!part) return <div />;
  return (
    <div
      className={`text ${textClasses.text} ${classes.wide}`}
      lang={language}
      dir={directionOf(language)}
    >
      <h2 className={part.number === 0 ? classes.title : classes.heading}>
        {part.number > 0 && !part.annex && (
          <span className={classes.number}>{forms.article(part.number)}</span>
        )}
        {part.heading}
      </h2>
      <Blocks blocks={part.blocks} language={language} codes={codes} />
    </div>
  );
}

/** A text that cannot be parsed into articles, shown as it is stored. */
function Raw({ text: { language, raw } }: { text: ShownText }) {
  const { t } = useTranslation("representative");
  return (
    <>
      <Text c="dimmed">{t("raw")}</Text>
      <div className={`text ${classes.raw}`} lang={language} dir={directionOf(language)}>
        {raw}
      </div>
    </>
  );
}
