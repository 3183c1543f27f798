import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A spinner, shown while something loads. */
export function Loading() {
  const { t } = useTranslation("shell", { useSuspense: false });
  return (
    <Center mih={160} role="status" aria-label={t("waiting")}>
      <Loader size="sm" />
    </Center>
  );
}
