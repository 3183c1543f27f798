import { useTranslation } from "react-i18next";
import type { Proposal } from "../api/contract.d.ts";
import { useParties } from "../parties/use-parties.ts";
import { useFormat } from "../words/format.ts";
import { useNames } from "../words/names.ts";

export type Consequence = NonNullable<Proposal["consequence"]>;

/** Puts what an act brings about into sentences: what changes, for whom, from which day, and who remains. */
export function useConsequenceLines(): (consequence: Consequence) => string[] {
  const { t } = useTranslation("agreement");
  const { day, labelled, list, number } = useFormat();
  const { nameOf } = useParties();
  const names = useNames();
  const stageWords = (name: string) => {
    const [side = "", state] = name.split(".");
    if (!["signature", "dissemination", "registration", "correction"].includes(side))
      return names.stage(name);
    return labelled(t(`side.${side}` as "side.legal"), t(`publish.${state}` as "publish.open"));
  };
  return ({ legal, stages, parties, instrumentOn, remain, tooFew, until, awaited, reasons }) => {
    const leaves = parties.some(({ endsOn }) => endsOn !== null);
    const lines = [
      legal && t("proposal.legal", { stage: t(`publish.${legal}` as "publish.inForce") }),
      ...stages.map((one) => t("foretold.stage", { stage: stageWords(one) })),
      ...parties.flatMap(({ party, standing, entersOn, endsOn }) => {
        const name = nameOf(party);
        const now = t(`standing.${standing}` as "standing.party");
        return [
          t("proposal.standing", { party: name, standing: now }),
          entersOn && t("proposal.entersOn", { party: name, day: day(entersOn) }),
          endsOn && t("proposal.endsOn", { party: name, day: day(endsOn) }),
        ];
      }),
      instrumentOn && t("proposal.instrumentOn", { day: day(instrumentOn) }),
      remain !== null &&
        t(leaves ? "foretold.remain" : "foretold.inForceFor", { number: number(remain) }),
      tooFew && t("foretold.tooFew"),
      until && t("foretold.until", { day: day(until) }),
      awaited.length > 0 &&
        t("foretold.awaited", { parties: list(awaited.map((code) => nameOf(code))) }),
      ...reasons,
    ];
    return lines.filter((line) => typeof line === "string" && line !== "") as string[];
  };
}
