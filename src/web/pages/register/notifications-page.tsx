import { Anchor, Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import { allNotificationsQuery } from "../../api/notifications.ts";
import { NotificationList } from "../../parties/notification-list.tsx";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";

/** The public list of depositary notifications about all published instruments. */
export function NotificationsPage() {
  const { t } = useTranslation("notifications");
  const { number } = useFormat();
  const list = useInfiniteQuery(allNotificationsQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("register.title")} size="lg">
      <Text>{t("register.lead")}</Text>
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      <Text role="status" size="sm" c="dimmed">
        {items.length > 0 &&
          t("register.found", { count: items.length, shown: number(items.length) })}
      </Text>
      {list.data && items.length === 0 && <Empty title={t("none")} />}
      <NotificationList
        notifications={items}
        pageOf={({ agreement }, paper) => address(`/register/${agreement.id}/papers/${paper}`)}
        above={({ agreement: { id, reference, title } }) => (
          <Text size="sm">
            <Anchor renderRoot={(props) => <Link to="/register/$id" params={{ id }} {...props} />}>
              <bdi>{reference}</bdi> · <Worded of={title} />
            </Anchor>
          </Text>
        )}
      />
      {list.hasNextPage && (
        <Button
          variant="default"
          className="no-print"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t("more", { ns: "shell" })}
        </Button>
      )}
      <Text className="no-print">
        <Anchor renderRoot={(props) => <Link to="/register" {...props} />}>
          {t("register.back")}
        </Anchor>
      </Text>
    </Page>
  );
}
