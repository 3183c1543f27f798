import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../../api/contract.d.ts";
import { partiesQuery } from "../../api/parties.ts";
import { languageOf, useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";

/**
 * The words of rows. The list calls this once instead of each row, because rows that scroll into view must cost very
 * little.
 */
export function useRowWords() {
  const { t } = useTranslation("archive");
  const format = useFormat();
  const { area, stage } = useNames();
  const { language } = format;
  const { data } = useQuery(partiesQuery);
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of it follows from the language and the parties
  return useMemo(() => {
    const { worded, day, number, party, languageName, labelled, line } = format;
    const names = new Map(data?.map((one) => [one.code, one.names]));
    return (item: AgreementInList) => {
      const parties = item.parties.slice(0, 4).map((code) => party(code, names.get(code)));
      const rest = item.parties.length - parties.length;
      const others = rest > 0 ? ` ${t("others", { count: rest, shown: number(rest) })}` : "";
      return {
        title: worded(item.title),
        titleLanguage: languageOf(item.title, language),
        about: line(...item.languages.map(languageName), ...item.areas.map(area)),
        parties: line(...parties) + others,
        stage: stage(item.stage),
        begun: day(item.createdOn),
        published: item.publishedOn && labelled(t("published"), day(item.publishedOn)),
        labels: { parties: t("parties"), begun: t("begun") },
      };
    };
  }, [language, t, data]);
}

export type RowWords = ReturnType<typeof useRowWords>;
