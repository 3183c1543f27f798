import { Anchor, Stack, Text } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../words/format.ts";

export type Notification = {
  number: string;
  heading: Record<string, string>;
  party: { code: string; names: Record<string, string> } | null;
  on: string;
  circulatedOn: string;
  state: "issued" | "reissued" | "cancelled";
  changedOn: string | null;
  reason: string | null;
  paper: number | null;
};

type Props<One extends Notification> = {
  notifications: One[];
  /** The address of the sealed page with this number. */
  pageOf: (one: One, paper: number) => string;
  /** What is shown before and after a notification. */
  above?: (one: One) => ReactNode;
  children?: (one: One) => ReactNode;
};

/** Depositary notifications: number, State and act, days, and the sealed page. */
export function NotificationList<One extends Notification>(props: Props<One>) {
  const { notifications, pageOf, above, children } = props;
  const { t } = useTranslation("notifications");
  const { day, line, party, worded } = useFormat();
  const { hash } = useLocation();
  // A letter names its notification in the address. The list comes after the page.
  const named = notifications.some(({ number }) => number === hash);
  useEffect(() => {
    if (named) document.getElementById(hash)?.scrollIntoView({ block: "start" });
  }, [hash, named]);
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
      {notifications.map((one) => {
        const {
          number,
          heading,
          party: of,
          on,
          circulatedOn,
          state,
          changedOn,
          reason,
          paper,
        } = one;
        return (
          <li key={number} id={number}>
            {above?.(one)}
            <Text fw={600} td={state === "cancelled" ? "line-through" : undefined}>
              {line(number, of && party(of.code, of.names), worded(heading))}
            </Text>
            <Text size="sm" c="dimmed">
              {line(
                t("on", { day: day(on) }),
                t("circulated", { day: day(circulatedOn) }),
                state !== "issued" && changedOn && t(`state.${state}`, { day: day(changedOn) }),
              )}
            </Text>
            {reason && (
              <Text size="sm">
                <bdi>{reason}</bdi>
              </Text>
            )}
            {paper === null ? (
              <Text size="sm">{t("sealing")}</Text>
            ) : (
              <Anchor size="sm" href={pageOf(one, paper)}>
                {t("page")}
              </Anchor>
            )}
            {children?.(one)}
          </li>
        );
      })}
    </Stack>
  );
}
