import type { ArticleChange } from "../api/contract.d.ts";
import { directionOf } from "../words/words.ts";
import classes from "./representative.module.css";

type Given = { paragraphs: ArticleChange["paragraphs"]; language: string };

/** What changed in an article, word by word. */
export function Redline({ paragraphs, language }: Given) {
  return (
    <div className="text" lang={language} dir={directionOf(language)}>
      {paragraphs.map(({ runs }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
        <p key={at}>
          {runs.map((run, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
            <Run key={place} {...run} />
          ))}
        </p>
      ))}
    </div>
  );
}

type RunGiven = ArticleChange["paragraphs"][number]["runs"][number];

function Run({ kind, text, shown }: RunGiven) {
  const words = shown ?? text;
  if (kind === "inserted") return <ins className={classes.ins}>{words}</ins>;
  if (kind === "deleted") return <del className={classes.del}>{words}</del>;
  return words;
}
