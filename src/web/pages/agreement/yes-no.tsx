import { Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** A check mark, with a word for screen readers. */
export function YesNo({ yes }: { yes: boolean }) {
  const { t } = useTranslation("agreement");
  return (
    <Text component="span" c={yes ? undefined : "dimmed"}>
      {yes ? <IconCheck size={18} aria-hidden /> : <IconMinus size={18} aria-hidden />}
      <VisuallyHidden>{yes ? t("yes") : t("no")}</VisuallyHidden>
    </Text>
  );
}
