import { Anchor, List, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Agreement } from "../../api/contract.d.ts";
import { evidenceQuery } from "../../api/evidence.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** The certified true copies issued, each with its certificate for printing. */
export function Copies({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { language, day } = useFormat();
  const party = usePartyName();
  const { data } = useQuery(evidenceQuery(agreement.id));
  if (!data || !agreement.publish) return null;
  // Serial numbers follow the order of the acts.
  const copies = data.filter(({ act }) => act === "issue-certified-copy");
  return (
    <section aria-labelledby="copies">
      <Title order={2} size="h4" id="copies" mb="xs">
        {t("copies.title")}
      </Title>
      {copies.length === 0 && <Text c="dimmed">{t("copies.none")}</Text>}
      <List spacing="xs">
        {copies.map(({ seq, at, detail }, index) => {
          const serial = index + 1;
          const query = `language=${language}&serial=${serial}&as=pdf`;
          const path = `/agreements/${agreement.id}/forms/certified-true-copy?${query}`;
          return (
            <List.Item key={seq}>
              {t("copies.serial", { number: serial })} · {day(at)} ·{" "}
              <bdi>{detail?.party ? party(String(detail.party)) : t("acts.anybody")}</bdi> ·{" "}
              <Anchor href={address(path)} download={`certified-true-copy-${serial}.pdf`}>
                {t("copies.form")}
              </Anchor>
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}
