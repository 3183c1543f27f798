import { Paper, Stack } from "@mantine/core";
import type { ArticleChange } from "../../../text/compare.ts";
import { formsOf } from "../../../text/forms.ts";
import { directionOf } from "../../words/words.ts";
import classes from "./redline.module.css";

/** What a document changes, article by article; what went is struck out, what came is underlined. */
export function Redline({ changes, language }: { changes: ArticleChange[]; language: string }) {
  return (
    <Stack gap="sm">
      {changes.map(({ from, to, heading, paragraphs }) => (
        <Paper
          key={`${from}:${to}`}
          withBorder
          p="md"
          className="text"
          lang={language}
          dir={directionOf(language)}
        >
          <strong>{(to ?? from) ? `${formsOf(language).article(to ?? from ?? 0)}. ` : ""}</strong>
          {heading}
          {paragraphs
            .filter(({ change }) => change !== "same")
            .map(({ runs }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
              <p key={at}>
                {runs.map(({ kind, text, shown }, index) => {
                  const Element = kind === "deleted" ? "del" : kind === "inserted" ? "ins" : "span";
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
                    <Element key={index} className={classes[kind]}>
                      {shown ?? text}
                    </Element>
                  );
                })}
              </p>
            ))}
        </Paper>
      ))}
    </Stack>
  );
}
