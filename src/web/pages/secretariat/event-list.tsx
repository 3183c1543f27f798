import { Code, Text, Timeline, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { usePersonName } from "./people.ts";

type Event = {
  seq: string;
  at: string;
  actor: string | null;
  event: string;
  detail?: Record<string, unknown>;
};

/** A history, newest first: what was done, by whom and when. */
export function EventList({ events }: { events: Event[] }) {
  const { t } = useTranslation("secretariat");
  const { time } = useFormat();
  const nameOf = usePersonName();
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <Title order={3} size="h5" id="events" mb="xs">
        {t("events.title")}
      </Title>
      <Timeline bulletSize={12} lineWidth={2}>
        {events.map(({ seq, at, actor, event, detail }) => (
          <Timeline.Item
            key={seq}
            title={t(`events.${event}` as "events.changed", { defaultValue: t("events.other") })}
          >
            <Text size="sm" c="dimmed">
              {time(at)}
              {actor && (
                <>
                  , <bdi>{nameOf(actor)}</bdi>
                </>
              )}
            </Text>
            {detail && Object.keys(detail).length > 0 && (
              <Code block fz="xs" dir="ltr">
                {JSON.stringify(detail, null, 1)}
              </Code>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
