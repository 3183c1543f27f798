import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Ceremony } from "../../api/contract.d.ts";

const colors = { planned: "gray", open: "teal", closed: "blue" };

export function CeremonyState({ state }: Pick<Ceremony, "state">) {
  const { t } = useTranslation("ceremonies");
  return (
    <Badge variant="light" color={colors[state]} tt="none" radius="sm" style={{ flexShrink: 0 }}>
      {t(`state.${state}`)}
    </Badge>
  );
}
