import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** The logo and the name, linked to the home page. */
export function Brand() {
  const { t } = useTranslation("shell");
  return (
    <Link to="/" aria-label={t("name")} style={{ color: "inherit", textDecoration: "none" }}>
      <Group gap={8} wrap="nowrap">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Text fw={600} ff="var(--serif)" size="lg" visibleFrom="xs">
          {t("name")}
        </Text>
      </Group>
    </Link>
  );
}
