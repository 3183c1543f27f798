import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isolate } from "../../text/isolate.ts";
import type { AgreementInList } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";
import { useNames } from "../words/names.ts";

/**
 * What a row says, in the reader's language. Asked for once by the list and not by each row: what comes
 * into sight while somebody scrolls must cost next to nothing.
 */
export function useRowWords() {
  const { t } = useTranslation("archive");
  const format = useFormat();
  const { area, stage } = useNames();
  const { language } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of it follows from the language
  return useMemo(() => {
    const { worded, day, number, party, languageName } = format;
    return (item: AgreementInList) => {
      const parties = item.parties.slice(0, 4).map((code) => isolate(party(code), language));
      const rest = item.parties.length - parties.length;
      const others = rest > 0 ? ` ${t("others", { count: rest, shown: number(rest) })}` : "";
      return {
        title: worded(item.title),
        about: [...item.languages.map(languageName), ...item.areas.map(area)].join(" · "),
        parties: parties.join(", ") + others,
        stage: stage(item.stage),
        begun: day(item.createdOn),
        published: item.publishedOn && `${t("published")}: ${day(item.publishedOn)}`,
        labels: { parties: t("parties"), begun: t("begun") },
      };
    };
  }, [language, t]);
}

export type RowWords = ReturnType<typeof useRowWords>;
