import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermName, Terms } from "#src/text/terms-in-words.ts";
import classes from "./terms.module.css";
import { useTerms } from "./use-terms.ts";

type Props = { before: Terms; after: Terms };

/** The terms that read differently after a change, as they were and as they are. */
export function ChangedTerms({ before, after }: Props) {
  const { t } = useTranslation("terms");
  const changed = useChangedTerms(before, after);
  return (
    <dl className={classes.list}>
      {changed.map(({ term, name, was, now }) => (
        <div key={term} className={classes.row}>
          <Text component="dt" size="sm" fw={600}>
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            <Text span size="sm" c="dimmed">
              {t("before")}{" "}
            </Text>
            <del className={classes.old}>{was}</del>
            <br />
            <Text span size="sm" c="dimmed">
              {t("after")}{" "}
            </Text>
            <ins style={{ textDecoration: "none" }}>{now}</ins>
          </Text>
        </div>
      ))}
    </dl>
  );
}

export type ChangedTerm = {
  term: TermName | `amended-${TermName}`;
  name: string;
  was: string;
  now: string;
};

/** The terms that read differently, and those of an amended agreement. A term that only moved to another article is not among them. */
export function useChangedTerms(before: Terms, after: Terms): ChangedTerm[] {
  const { t } = useTranslation("terms");
  const { all, amended } = useTerms();
  const now = all(after);
  const own = all(before).flatMap(({ term, name, sentence: was }, at) => {
    const sentence = now[at]?.sentence ?? "";
    return was === sentence ? [] : [{ term, name, was, now: sentence }];
  });
  const [old, next] = [amended(before), amended(after)];
  const names = new Map([...old, ...next].map(({ term, name }) => [term, name]));
  const ofAmended = [...names].flatMap(([term, name]) => {
    const said = (of: typeof old) =>
      of.find((one) => one.term === term)?.sentence ?? t("notAmended");
    const [was, sentence] = [said(old), said(next)];
    if (was === sentence) return [];
    return [
      { term: `amended-${term}` as const, name: t("amendedTerm", { name }), was, now: sentence },
    ];
  });
  return [...own, ...ofAmended];
}
