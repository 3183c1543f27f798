import { Fragment, type ReactNode } from "react";
import type { Reference } from "#src/text/reference-forms.ts";
import { useForms } from "./around-text.tsx";
import type { MarkedInline } from "./bracketed.ts";
import classes from "./text.module.css";

/** The words of a paragraph with their formatting, references by number, and a party's brackets marked. */
export function Words({ inlines, language }: { inlines: MarkedInline[]; language: string }) {
  const { reference } = useForms(language);
  return inlines.map((one, at) => {
    const key = `${one.kind}:${at}`;
    const shown = wordOf(one, ({ article, form }) => reference(article, form));
    // Most words are plain and need no element of their own.
    if (!one.bracket) return <Fragment key={key}>{shown}</Fragment>;
    return (
      <span key={key} className={classes.bracket}>
        {shown}
      </span>
    );
  });
}

function wordOf(one: MarkedInline, said: (one: Reference) => string): ReactNode {
  if (one.kind === "break") return <br />;
  if (one.kind === "reference") {
    return (
      <span className={classes.reference} data-reference>
        {said(one)}
      </span>
    );
  }
  const words = one.italic ? <em>{one.text}</em> : one.text;
  return one.bold ? <strong>{words}</strong> : words;
}
