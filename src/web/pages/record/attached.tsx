import { Anchor, List, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Agreement } from "../../api/contract.d.ts";
import { evidenceQuery } from "../../api/evidence.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useActName } from "../../words/act-names.ts";
import { useFormat } from "../../words/format.ts";

/** Scans attached to acts: full powers, pages signed in ink, instruments of ratification. */
export function Attached({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { day, line } = useFormat();
  const party = usePartyName();
  const nameOf = useActName();
  const { data = [] } = useQuery(evidenceQuery(agreement.id));
  const files = data.flatMap((entry) => {
    const digest = entry.detail?.file ?? entry.detail?.scan;
    return typeof digest === "string" ? [{ ...entry, digest }] : [];
  });
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="attached">
      <Title order={2} size="h4" id="attached" mb="xs">
        {t("custody.attached")}
      </Title>
      <List spacing="xs">
        {files.map((one) => (
          <List.Item key={one.seq}>
            {nameOf(one.act)}
            {" · "}
            {line(one.party && party(one.party), day(one.at))} ·{" "}
            <Anchor href={address(`/agreements/${agreement.id}/files/${one.digest}`)}>
              {t("custody.download")} <bdi>({one.digest.slice(0, 12)})</bdi>
            </Anchor>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
