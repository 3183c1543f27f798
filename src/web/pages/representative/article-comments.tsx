import { IconMessage } from "@tabler/icons-react";
import { lazy, Suspense, useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import type { Thread } from "../../comments/threads.ts";
import { Loading } from "../../shell/loading.tsx";
import classes from "./article-comments.module.css";

const ThreadList = lazy(() => import("./thread-list.tsx"));

type Props = {
  agreement: Agreement;
  language: string;
  article: number;
  heading: string;
  threads: Thread[];
};

/** The button under an article that opens its comments. */
export function ArticleComments(given: Props) {
  const { t } = useTranslation("representative");
  const { heading, threads, language } = given;
  const [opened, setOpened] = useState(false);
  // Deferred: the button must react at once, and the form takes longer to render.
  const listed = useDeferredValue(opened);
  const list = useId();
  const open = threads.filter(({ resolved }) => !resolved).length;
  return (
    <>
      <button
        type="button"
        className={`${classes.button} ${open > 0 ? classes.some : ""}`}
        aria-expanded={opened}
        aria-controls={list}
        onClick={() => setOpened(!opened)}
      >
        <IconMessage size={16} aria-hidden />
        {open > 0 ? t("comments", { count: open }) : t("comment")}{" "}
        <span className={classes.unseen} lang={language}>
          {heading}
        </span>
      </button>
      <div id={list}>
        {listed && (
          <Suspense fallback={<Loading />}>
            <ThreadList {...given} />
          </Suspense>
        )}
      </div>
    </>
  );
}
