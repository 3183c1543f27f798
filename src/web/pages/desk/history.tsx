import { Text, Timeline, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DeskEntry } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";

/** What was done to an entry, oldest first; a correction with what the entry said before it. */
export function History({ entry }: { entry: DeskEntry }) {
  const { t } = useTranslation("desk");
  const { time } = useFormat();
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h4" id="history" mb="sm">
        {t("history.title")}
      </Title>
      <Timeline bulletSize={14} lineWidth={2}>
        {entry.history.map((event, index) => (
          <Timeline.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its end.
            key={index}
            title={t(`history.${event.act}`)}
          >
            <Text size="sm" c="dimmed">
              {time(event.at)} {event.person && <Worded of={event.person.names} />}
            </Text>
            {event.reason && (
              <Text size="sm" dir="auto" style={{ whiteSpace: "pre-line" }}>
                {event.reason}
              </Text>
            )}
            {event.was && <Before was={event.was} now={entry} />}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}

/** The fields that a correction may have changed, as they were. */
function Before({ was, now }: { was: Record<string, unknown>; now: DeskEntry }) {
  const { t } = useTranslation("desk");
  const { day, time, line } = useFormat();
  const partyName = usePartyName();
  const text = (name: string) => (typeof was[name] === "string" ? String(was[name]) : "");
  return (
    <Text size="sm" c="dimmed">
      {t("history.before")}{" "}
      {line(
        t(`kind.${text("kind")}` as "kind.notice"),
        partyName(text("party")),
        text("subject"),
        text("sender_number"),
        text("dated") && day(text("dated")),
        t(`channel.${text("channel")}` as "channel.post"),
        text("stamped_at") && time(new Date(text("stamped_at")).toISOString()),
        text("agreement") !== (now.agreement?.id ?? "") && text("agreement").slice(0, 8),
      )}
    </Text>
  );
}
