import { ActionIcon, Avatar, Menu, Text } from "@mantine/core";
import { IconLogout, IconUserCog } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import type { Session } from "../api/session.ts";
import { useFormat } from "../words/format.ts";

/** Who has signed in and for whom; the way to the account, and out. */
export function PersonMenu({ session }: { session: Session }) {
  const { t } = useTranslation("shell");
  const { worded, party } = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => api.session.$delete(),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: "/" });
    },
  });
  const name = worded(session.names);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          radius="xl"
          aria-label={t("person", { name })}
        >
          <Avatar name={name} size="sm" color="seal" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} size="sm" c="bright">
            {name}
          </Text>
          {session.party
            ? t("actsFor", { party: party(session.party) })
            : session.roles.map((role) => t(`roles.${role}` as "roles.archivist")).join(", ")}
        </Menu.Label>
        <Menu.Item
          renderRoot={(props) => <Link to="/account" {...props} />}
          leftSection={<IconUserCog size={16} aria-hidden />}
        >
          {t("account")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
