import type { Block } from "#src/text/articles.ts";
import type { Part } from "#src/text/parts.ts";
import { directionOf } from "../words/words.ts";
import { useForms } from "./around-text.tsx";
import { Blocks } from "./blocks.tsx";
import classes from "./text.module.css";

type Props = {
  kind: Part["kind"];
  /** The number of the article, or of the annex among `annexes`. */
  number: number;
  annexes?: number;
  heading: string;
  blocks: Block[];
  language: string;
  /** The parties whose brackets are marked. */
  codes?: string[];
};

/** An article as printed: its number in the language's own form, heading and paragraphs. */
export function ArticleText({
  kind,
  number,
  annexes = 1,
  heading,
  blocks,
  language,
  codes,
}: Props) {
  const forms = useForms(language);
  const name = kind === "article" ? forms.article(number) : forms.annex(number, annexes);
  return (
    <div className={`text ${classes.text}`} lang={language} dir={directionOf(language)}>
      {kind === "head" ? (
        <h2 className={classes.title}>{heading}</h2>
      ) : (
        <h3 className={classes.heading}>
          <span className={classes.number} data-number>
            {name}
          </span>
          {heading}
        </h3>
      )}
      <Blocks blocks={blocks} language={language} codes={codes ?? none} />
    </div>
  );
}

const none: string[] = [];
