import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { ArticleText } from "../../text/article-text.tsx";
import { textsQuery } from "../../text/read-text.ts";
import { GoneThreads } from "./gone-threads.tsx";
import { Margin } from "./margin.tsx";
import { placeOf } from "./place.ts";
import { liveThreadsQuery } from "./queries.ts";
import classes from "./review.module.css";
import type { ReviewProps } from "./review-props.ts";

/** The text article by article, in up to two languages side by side, with threads in the margin. */
export function TextRows({ agreement, view }: ReviewProps) {
  const { t } = useTranslation("review");
  const { id, textVersion, parties } = agreement;
  const { data = [] } = useQuery(liveThreadsQuery(id));
  const texts = useQuery(textsQuery(id, view.to));
  if (texts.error) return <ErrorAlert error={texts.error} />;
  if (!texts.data) return <Loading />;
  const shown = [view.language, view.beside].flatMap(
    (tag) => texts.data.find(({ language }) => language === tag) ?? [],
  );
  const [main] = shown;
  if (!main) return null;
  // Threads belong to the current text, so other versions show none.
  const withMargin = view.panel === "comments" && view.to === textVersion;
  const codes = parties.map(({ code }) => code);
  return (
    <>
      {main.parts.map(({ place, kind, heading }) => (
        <section
          key={place}
          id={placeOf(place)}
          tabIndex={-1}
          aria-label={heading || t("untitled")}
          className={withMargin ? classes.rowWithMargin : classes.row}
        >
          <div className={shown.length > 1 ? classes.two : classes.one}>
            {shown.map(({ language, parts, annexes }) => {
              const part = parts[place];
              return (
                <div key={language} data-language={language}>
                  {part && (
                    <ArticleText {...part} annexes={annexes} language={language} codes={codes} />
                  )}
                </div>
              );
            })}
          </div>
          {withMargin && (
            <Margin
              agreement={agreement}
              language={main.language}
              part={{ place, heading, annex: kind === "annex" }}
              threads={data.filter(({ article }) => article === place)}
            />
          )}
        </section>
      ))}
      {withMargin && (
        <GoneThreads agreement={agreement} threads={data.filter((one) => one.article === null)} />
      )}
    </>
  );
}
