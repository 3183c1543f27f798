import { Badge, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { namedDevice } from "#src/text/named-device.ts";
import { api } from "../../api/client.ts";
import type { OwnSession } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { Section } from "./section.tsx";

/** The person's sessions. This device is marked; the others can be ended. */
export function Sessions() {
  const { t } = useTranslation("account");
  const own = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await (await api.sessions.$get()).json()).items,
  });
  const others = useKeep(() => api.sessions.$delete(), { keys: ["sessions"] });
  const several = (own.data?.length ?? 0) > 1;
  return (
    <Section title={t("sessions.title")} text={t("sessions.what")}>
      <ErrorAlert error={own.error ?? others.error} />
      {own.isPending && <Loading />}
      {own.data?.map((session) => (
        <OneSession key={session.id} session={session} />
      ))}
      {several && (
        <Group>
          <Button
            variant="default"
            size="sm"
            loading={others.isPending}
            onClick={() => others.mutate(undefined)}
          >
            {t("sessions.endOthers")}
          </Button>
        </Group>
      )}
    </Section>
  );
}

/** The placeholder for a session without a known address. */
const nowhere = "unknown";

function OneSession({ session }: { session: OwnSession }) {
  const { t } = useTranslation("account");
  const { time, relative } = useFormat();
  const { id, agent, address, method, createdAt, seenAt, current } = session;
  const end = useKeep(() => api.sessions[":id"].$delete({ param: { id } }), {
    keys: ["sessions"],
  });
  const device = namedDevice(agent) ?? t("sessions.device");
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text fw={600}>
          <bdi>{device}</bdi>{" "}
          {current && (
            <Badge variant="light" color="teal" tt="none" miw="max-content">
              {t("sessions.this")}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`sessions.by.${method as "code"}`)} · {time(createdAt)}
          {address !== nowhere && (
            <>
              {" · "}
              <bdi dir="ltr">{address}</bdi>
            </>
          )}
        </Text>
        {!current && (
          <Text size="sm" c="dimmed">
            {t("sessions.seen", { when: relative(seenAt) })}
          </Text>
        )}
        <ErrorAlert error={end.error} />
      </div>
      {!current && (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          onClick={() => end.mutate(undefined)}
          aria-label={t("sessions.end", { device })}
        >
          {t("sessions.endShort")}
        </Button>
      )}
    </Group>
  );
}
