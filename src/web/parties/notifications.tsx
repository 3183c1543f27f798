import { Button, List, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { actOf, useAct } from "../api/act.ts";
import type { Agreement } from "../api/agreement.ts";
import { address } from "../api/client.ts";
import { notificationsQuery } from "../api/notifications.ts";
import { useSession } from "../api/session.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useFormat } from "../words/format.ts";
import { NotificationList } from "./notification-list.tsx";

/**
 * The depositary's notifications about an agreement. The office sees how each party was told; a representative says
 * that their State received one.
 */
export function Notifications({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("notifications");
  const { data, error } = useQuery(notificationsQuery(agreement.id));
  const party = useSession()?.party ?? null;
  if (error) return <ErrorAlert error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="notifications">
      <Title order={2} size="h4" id="notifications" mb="xs">
        {t("title")}
      </Title>
      <NotificationList
        notifications={data}
        pageOf={(_, paper) => address(`/agreements/${agreement.id}/papers/${paper}`)}
      >
        {({ number, state, told }) =>
          party === null ? (
            <ToldTable told={told} />
          ) : (
            state !== "cancelled" && (
              <OwnReceipt agreement={agreement} number={number} told={told} />
            )
          )
        }
      </NotificationList>
    </section>
  );
}

type Told = {
  party: string;
  sentAt: string | null;
  openedAt: string | null;
  receivedOn: string | null;
};

function ToldTable({ told }: { told: Told[] }) {
  const { t } = useTranslation("notifications");
  const { day, line, party } = useFormat();
  return (
    <details>
      <summary>{t("told.title")}</summary>
      <List size="sm">
        {told.map(({ party: code, sentAt, openedAt, receivedOn }) => (
          <List.Item key={code}>
            {line(
              party(code),
              sentAt ? t("told.sent", { day: day(sentAt) }) : t("told.nobody"),
              openedAt && t("told.opened", { day: day(openedAt) }),
              receivedOn && t("told.received", { day: day(receivedOn) }),
            )}
          </List.Item>
        ))}
      </List>
    </details>
  );
}

type Own = { agreement: Agreement; number: string; told: Told[] };

function OwnReceipt({ agreement, number, told }: Own) {
  const { t } = useTranslation("notifications");
  const { day } = useFormat();
  const receiving = useAct(agreement, "notification-receipts");
  const received = told[0]?.receivedOn;
  if (received) return <Text size="sm">{t("told.own", { day: day(received) })}</Text>;
  if (!actOf(agreement, "acknowledge-notification")) return null;
  return (
    <>
      <ErrorAlert error={receiving.error} />
      <div>
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          loading={receiving.isPending}
          aria-label={`${t("receive")}: ${number}`}
          onClick={() => receiving.mutate({ notification: number })}
        >
          {t("receive")}
        </Button>
      </div>
    </>
  );
}
