import { IconMessage } from "@tabler/icons-react";
import { lazy, Suspense, useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { Waiting } from "../../shell/waiting.tsx";
import classes from "./remarks.module.css";
import type { Thread } from "./threads.ts";

const RemarkList = lazy(() => import("./remark-list.tsx"));

type Given = {
  agreement: Agreement;
  language: string;
  article: number;
  heading: string;
  threads: Thread[];
};

/** The way to an article's remarks; they open under it. */
export function Remarks(given: Given) {
  const { t } = useTranslation("representative");
  const { heading, threads, language } = given;
  const [opened, setOpened] = useState(false);
  // The button answers at once; a form of many parts follows.
  const listed = useDeferredValue(opened);
  const list = useId();
  const open = threads.filter(({ resolved }) => !resolved).length;
  return (
    <>
      <button
        type="button"
        className={`${classes.remark} ${open > 0 ? classes.some : ""}`}
        aria-expanded={opened}
        aria-controls={list}
        onClick={() => setOpened(!opened)}
      >
        <IconMessage size={16} aria-hidden />
        {open > 0 ? t("remarks", { count: open }) : t("remark")}{" "}
        <span className={classes.unseen} lang={language}>
          {heading}
        </span>
      </button>
      <div id={list}>
        {listed && (
          <Suspense fallback={<Waiting />}>
            <RemarkList {...given} />
          </Suspense>
        )}
      </div>
    </>
  );
}
