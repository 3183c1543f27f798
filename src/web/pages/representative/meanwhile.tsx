import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Basis } from "../../shell/basis.tsx";
import type representative from "../../words/en/representative.json";
import { useFormat } from "../../words/format.ts";
import { ownParty } from "./asked.ts";

type Sentence = keyof (typeof representative)["meanwhile"];
type Props = { agreement: Agreement; party: string };

/** Shown while nothing is asked of this party: the agreement's state, and whom it waits for. */
export function Meanwhile({ agreement, party }: Props) {
  const { t } = useTranslation("representative");
  const { party: nameOf, list } = useFormat();
  const waiting = agreement.parties
    .filter(lacks(agreement))
    .map((one) => nameOf(one.code, one.names));
  const sign = actOf(agreement, "sign");
  const blocked =
    sign && !sign.allowed && !ownParty(agreement, party)?.signed ? sign.blockedBy : [];
  return (
    <Stack gap={4}>
      <Text id="asked" fz="lg" fw={600}>
        {t(`meanwhile.${sentenceOf(agreement, party)}`)}
      </Text>
      {waiting.length > 0 && <Text>{t("waitsFor", { parties: list(waiting) })}</Text>}
      {blocked.map(({ guard, detail, basis }) => (
        <Text key={guard}>
          {detail}
          <Basis of={basis} />
        </Text>
      ))}
    </Stack>
  );
}

function sentenceOf(agreement: Agreement, party: string): Sentence {
  const { stage } = agreement;
  const own = ownParty(agreement, party);
  if (own?.standing === "declined") return "declined";
  if (stage === "review.circulated" && own?.approved) return "approved";
  if (stage === "sign.open") return own?.signed ? "signed" : "notYet";
  return stages[stage] ?? "published";
}

const stages: Record<string, Sentence> = {
  "draft.editing": "drafted",
  "review.circulated": "circulated",
  "review.reconciling": "reconciling",
  "review.concordance": "concordance",
  "review.settled": "settled",
  "sign.authenticated": "authenticated",
  "sign.sealing": "sealing",
  "sign.sealFailed": "sealing",
  publish: "published",
  lapsed: "lapsed",
  withdrawn: "withdrawn",
};

type Party = Agreement["parties"][number];

/** The parties whose answer or signature is still missing. */
function lacks({ stage }: Agreement): (party: Party) => boolean {
  if (stage === "review.circulated") return (one) => !one.approved && one.standing !== "declined";
  if (stage === "sign.open") {
    return (one) => !one.signed && !one.entitled && one.standing !== "declined";
  }
  return () => false;
}
