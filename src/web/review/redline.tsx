import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ArticleChange } from "../api/contract.d.ts";
import { directionOf } from "../words/words.ts";
import classes from "./redline.module.css";

type Given = { paragraphs: ArticleChange["paragraphs"]; language: string };

/** What came and what went, told apart by line and colour for the eye and by words for the ear. */
export function Redline({ paragraphs, language }: Given) {
  return (
    <div className={`text ${classes.text}`} lang={language} dir={directionOf(language)}>
      {paragraphs.map(({ runs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
        <p key={at}>
          {runs.map((run, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
            <Run key={place} {...run} first={place === 0} />
          ))}
        </p>
      ))}
    </div>
  );
}

type RunGiven = ArticleChange["paragraphs"][number]["runs"][number] & { first: boolean };

function Run({ kind, text, shown, first }: RunGiven) {
  const { t, i18n } = useTranslation("review");
  // The marks of a heading say nothing to a reader.
  const words = first ? (shown ?? text).replace(/^#+ /, "") : (shown ?? text);
  if (kind === "same") return words;
  const spoken = (key: "inserted" | "deleted" | "endOfChange") => (
    <VisuallyHidden component="span" lang={i18n.language}>
      {` ${t(key)} `}
    </VisuallyHidden>
  );
  const Mark = kind === "inserted" ? "ins" : "del";
  return (
    <Mark className={classes[kind]}>
      {spoken(kind)}
      {words}
      {spoken("endOfChange")}
    </Mark>
  );
}
