import { useTranslation } from "react-i18next";
import type { Participation } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";

export type Objection =
  Participation["participants"][number]["reservations"][number]["objections"][number];

/** Returns a sentence that says until when a State may object to a reservation, and under which rule. */
export function useObjection(): (objection: Objection, party: string) => string {
  const { t } = useTranslation("agreement");
  const { day, line } = useFormat();
  return ({ rule, until, notBefore, notifiedOn, circulatedOn, notifiedBy }, party) => {
    const open = rule === "own-consent" && until === null;
    const end = until ?? notBefore;
    const sentence = t(open ? "objection.own-consent-open" : `objection.${rule}`, {
      party,
      day: end ? day(end) : "",
      notified: notifiedOn ? day(notifiedOn) : "",
      circulated: circulatedOn ? day(circulatedOn) : "",
    });
    const counted = ["notification", "own-consent"].includes(rule);
    return line(sentence, counted && notifiedBy !== null && t(`objection.by.${notifiedBy}`));
  };
}
