import { Text, Timeline, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/contract.d.ts";
import { type EvidenceEntry, evidenceQuery, recordPeopleQuery } from "../../api/evidence.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useActName } from "../../words/act-names.ts";
import type words from "../../words/en/record.json";
import { useFormat } from "../../words/format.ts";

type Method = keyof (typeof words)["history"]["method"];

/** The chain of evidence as a timeline: who, for whom, what, when, by which method. */
export function History({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { worded, time, number, line } = useFormat();
  const party = usePartyName();
  const nameOf = useActName();
  const history = useQuery(evidenceQuery(agreement.id));
  const people = useQuery(recordPeopleQuery(agreement.id)).data ?? [];
  const who = (entry: EvidenceEntry) => {
    const found = people.find(({ id }) => id === entry.person);
    const name = found
      ? worded(found.names)
      : t(entry.person ? "history.office" : "history.service");
    const method = entry.detail?.method as Method | undefined;
    return [
      name,
      entry.party && t("history.forParty", { party: party(entry.party) }),
      method && t(`history.method.${method}`),
    ];
  };
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h4" id="history">
        {t("history.title")}
      </Title>
      <Text c="dimmed" mb="md">
        {t("history.text")}
      </Text>
      <ErrorAlert error={history.error} />
      {history.isPending && <Loading />}
      <Timeline bulletSize={14} lineWidth={2} active={history.data?.length ?? 0}>
        {history.data?.map((entry) => (
          <Timeline.Item
            key={entry.seq}
            title={entry.act === "create" ? t("history.created") : nameOf(entry.act)}
          >
            <Text size="sm">{line(...who(entry))}</Text>
            <Text size="xs" c="dimmed" component="div">
              {time(entry.at)}
              {entry.log && ` · ${t("history.log", { index: number(entry.log.index) })}`}
              <details>
                <summary>{t("history.more")}</summary>
                {t("history.hash")}{" "}
                <bdi dir="ltr" style={{ overflowWrap: "anywhere" }}>
                  {entry.hash}
                </bdi>
              </details>
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
