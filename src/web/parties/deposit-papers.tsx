import { Anchor, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../api/agreement.ts";
import { address } from "../api/client.ts";
import { usePartyName } from "./use-parties.ts";

type Props = { agreement: Pick<Agreement, "id" | "papers">; party?: string };

/** The sealed procès-verbaux of what the depositary received, of one party or of all. Nothing if there are none. */
export function DepositPapers({ agreement: { id, papers }, party }: Props) {
  const { t } = useTranslation("statements");
  const nameOf = usePartyName();
  const own = papers.filter(
    (one) =>
      one.kind === "proces-verbal" &&
      one.subject.startsWith("deposit-") &&
      (party === undefined || one.party === party),
  );
  if (own.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t("deposits")}</Text>
      <List size="sm">
        {own.map(({ serial, party: of }) => (
          <List.Item key={serial}>
            <Anchor href={address(`/agreements/${id}/papers/${serial}`)}>
              {t("depositOf", { party: nameOf(of ?? ""), number: serial })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
