import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import { publicNotificationsQuery } from "../../api/notifications.ts";
import { NotificationList } from "../../parties/notification-list.tsx";

/** The depositary's notifications about a published agreement. Nothing if there are none. */
export function EntryNotifications({ id }: { id: string }) {
  const { t } = useTranslation("notifications");
  const { data } = useQuery(publicNotificationsQuery(id));
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="notifications">
      <Title order={2} size="h4" id="notifications" mb="xs">
        {t("title")}
      </Title>
      <NotificationList
        notifications={data}
        pageOf={(_, paper) => address(`/register/${id}/papers/${paper}`)}
      />
    </section>
  );
}
