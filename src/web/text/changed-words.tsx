import { VisuallyHidden } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Run } from "#src/text/compare.ts";
import { bracketedRuns, type MarkedRun } from "./bracketed-runs.ts";
import classes from "./redline.module.css";
import textClasses from "./text.module.css";

type Props = {
  runs: Run[];
  codes: string[];
  /** Whether to put a space between deleted and inserted words, as between two numbers. */
  apart?: boolean;
};

/** Words with their formatting, references and brackets, and with insertions and deletions marked. */
export function ChangedWords({ runs, codes, apart = false }: Props) {
  const groups = changesOf(bracketedRuns(runs, codes));
  return groups.map(({ kind, runs }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
    <Fragment key={at}>
      {apart && at > 0 && " "}
      <Change kind={kind}>
        {runs.map((run, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison of two versions does not change
          <Fragment key={place}>{wordOf(run)}</Fragment>
        ))}
      </Change>
    </Fragment>
  ));
}

type Group = { kind: Run["kind"]; runs: MarkedRun[] };

/** Groups adjacent runs of one kind, whatever their formatting. */
function changesOf(runs: MarkedRun[]): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.kind === run.kind) last.runs.push(run);
    else groups.push({ kind: run.kind, runs: [run] });
  }
  return groups;
}

function Change({ kind, children }: { kind: Run["kind"]; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  if (kind === "same") return children;
  const Mark = kind === "inserted" ? "ins" : "del";
  const spoken = (key: "inserted" | "deleted" | "endOfChange") => (
    <VisuallyHidden component="span" lang={i18n.language}>
      {` ${t(`redline.${key}`)} `}
    </VisuallyHidden>
  );
  return (
    <Mark className={classes[kind]}>
      {spoken(kind)}
      {children}
      {spoken("endOfChange")}
    </Mark>
  );
}

function wordOf({ text, shown, bold, italic, article, bracket }: MarkedRun): ReactNode {
  const words = italic ? <em>{shown ?? text}</em> : (shown ?? text);
  const faced = bold ? <strong>{words}</strong> : words;
  const named = article === undefined ? bracket && textClasses.bracket : textClasses.reference;
  return named ? <span className={named}>{faced}</span> : faced;
}
