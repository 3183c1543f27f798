import { useTranslation } from "react-i18next";
import { formsOf } from "#src/text/forms.ts";
import type { PartyAction } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** An action of a party in words: what it is, when it is due, and the rule it comes from. */
export function useActionWords() {
  const { t } = useTranslation("actions");
  const { day, language } = useFormat();
  const partyName = usePartyName();
  return {
    action: ({ action, article, other }: PartyAction) =>
      t(`action.${action}`, { article: article ?? "", other: other ? partyName(other) : "" }),
    due: ({ due, kind }: PartyAction) => {
      if (due === null) return t("noDay");
      return kind === "runs" ? t("on", { day: day(due) }) : t("until", { day: day(due) });
    },
    rule: ({ rule: { basis, article }, agreement: { headings } }: PartyAction) => {
      const ofText = () => formsOf(language, { headings }).article(Number(article));
      return t(`rule.${basis}`, { article: basis === "clause" ? ofText() : (article ?? "") });
    },
  };
}
