import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

/** Notifies the person that their proposal is waiting for another member of the secretariat. */
export function useSayWaiting(): () => void {
  const { t } = useTranslation("secretariat");
  return () =>
    notifications.show({
      title: t("waiting.title"),
      message: t("waiting.proposed"),
      closeButtonProps: { "aria-label": t("close") },
    });
}
