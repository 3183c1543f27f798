import { Anchor, Group, Text } from "@mantine/core";
import { IconBuildingBank } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../api/contract.d.ts";

/** Whether the public register holds the file, with a link to its page. */
export function RegisterMatch({ entry }: { entry: Verdict["entry"] }) {
  const { t } = useTranslation("verify");
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <IconBuildingBank size={20} aria-hidden style={{ flexShrink: 0, marginBlockStart: 2 }} />
      <div>
        <Text fw={600}>{entry ? t("register.found") : t("register.none")}</Text>
        {entry && (
          <Anchor
            renderRoot={(props) => <Link to="/register/$id" params={{ id: entry.id }} {...props} />}
          >
            {t("register.open", { reference: entry.reference })}
          </Anchor>
        )}
      </div>
    </Group>
  );
}
