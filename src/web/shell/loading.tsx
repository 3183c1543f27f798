import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Something is on its way. */
export function Loading() {
  const { t } = useTranslation("shell", { useSuspense: false });
  return (
    <Center mih={160} role="status" aria-label={t("waiting")}>
      <Loader size="sm" />
    </Center>
  );
}
