import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { Section } from "./section.tsx";

/** The account's history, newest first. */
export function Events({ person }: { person: string }) {
  const { t, i18n } = useTranslation("account");
  const { time } = useFormat();
  const own = useQuery({
    queryKey: ["account-events", person],
    queryFn: async () =>
      (await (await api.people[":id"].events.$get({ param: { id: person } })).json()).items,
  });
  const named = (event: string) =>
    i18n.exists(`account:events.of.${event}`)
      ? t(`events.of.${event as "invited"}`)
      : t("events.other");
  return (
    <Section title={t("events.title")} text={t("events.what")}>
      <ErrorAlert error={own.error} />
      {own.isPending && <Loading />}
      {own.data?.length === 0 && <Text>{t("events.none")}</Text>}
      {own.data?.slice(0, 50).map(({ seq, at, event }) => (
        <Text key={seq} size="sm">
          {named(event)}
          <Text span size="sm" c="dimmed">
            {" · "}
            {time(at)}
          </Text>
        </Text>
      ))}
    </Section>
  );
}
