import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { YesNo } from "./yes-no.tsx";

type Props = { of: Participation["participants"][number]["credentials"] };

/** The state of a party's newest credentials: verified by how many, rejected or revoked. */
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
