import { Anchor, List, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Agreement, CertifiedCopy } from "../../api/contract.d.ts";
import { copiesQuery } from "../../api/corrections.ts";
import { useCorrectedPlace } from "../../parties/corrected-place.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** The certified true copies issued, each with its certificate for printing and the corrections of errors in it. */
export function Copies({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { language, day } = useFormat();
  const party = usePartyName();
  const { data } = useQuery({ ...copiesQuery(agreement.id), enabled: agreement.publish !== null });
  if (!data) return null;
  return (
    <section aria-labelledby="copies">
      <Title order={2} size="h4" id="copies" mb="xs">
        {t("copies.title")}
      </Title>
      {data.length === 0 && <Text c="dimmed">{t("copies.none")}</Text>}
      <List spacing="xs">
        {data.map(({ serial, on, party: of, corrections, paper }) => {
          const query = `language=${language}&serial=${serial}&as=pdf`;
          const path = `/agreements/${agreement.id}/forms/certified-true-copy?${query}`;
          return (
            <List.Item key={serial}>
              {t("copies.serial", { number: serial })} · {day(on)} ·{" "}
              <bdi>{of ? party(of) : t("acts.anybody")}</bdi> ·{" "}
              <Anchor href={address(path)} download={`certified-true-copy-${serial}.pdf`}>
                {t("copies.form")}
              </Anchor>
              {paper !== null && (
                <>
                  {" · "}
                  <Anchor href={address(`/agreements/${agreement.id}/papers/${paper}`)}>
                    {t("copies.sealed")}
                  </Anchor>
                </>
              )}
              {corrections.map((one) => (
                <Rectified key={one.id} agreement={agreement.id} one={one} />
              ))}
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}

type Props = { agreement: string; one: CertifiedCopy["corrections"][number] };

/** An error in a copy that was corrected, and its procès-verbal. */
function Rectified({ agreement, one }: Props) {
  const { t } = useTranslation("corrections");
  const { day } = useFormat();
  const placeOf = useCorrectedPlace();
  return (
    <Text size="sm" component="div">
      {one.changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a correction on record does not change
        <div key={at} dir="auto">
          {t("copy", { ...change, ...placeOf(change), day: day(one.on) })}
        </div>
      ))}
      {one.paper !== null && (
        <Anchor href={address(`/agreements/${agreement}/papers/${one.paper}`)}>{t("paper")}</Anchor>
      )}
    </Text>
  );
}
