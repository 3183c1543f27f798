import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { YesNo } from "./yes-no.tsx";

type Props = { of: Participation["participants"][number]["credentials"] };

/** A party's papers: how many have verified the newest, or that it was refused or taken back. */
export function PartyCredentials({ of }: Props) {
  const { t } = useTranslation("agreement");
  const { number } = useFormat();
  const newest = of.findLast(({ ending }) => ending === null) ?? of.at(-1);
  if (!newest) return <YesNo yes={false} />;
  const { ending, verifiedBy, kind } = newest;
  const state = ending
    ? t(`credentialState.${ending.verdict as "rejected"}`)
    : verifiedBy.length > 1
      ? t("credentialState.verified")
      : t("verifiedByOne", { number: number(verifiedBy.length) });
  return (
    <>
      <Text size="sm">{state}</Text>
      <Text size="xs" c="dimmed">
        {t(`choice.${kind}`)}
      </Text>
    </>
  );
}
