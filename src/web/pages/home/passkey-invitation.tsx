import { Alert, Button, Group, Text } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { holds, type Session } from "../../api/session.ts";

/** Invites a party's signatory to make a passkey before the day of signing. */
export function PasskeyInvitation({ session }: { session: Session }) {
  const { t } = useTranslation("home");
  if (!holds(session, "representative") || session.passkeys) return null;
  return (
    <Alert variant="light" icon={<IconFingerprint aria-hidden />} title={t("passkey.title")}>
      <Group justify="space-between">
        <Text size="sm">{t("passkey.text")}</Text>
        <Button size="xs" renderRoot={(props) => <Link to="/account" {...props} />}>
          {t("passkey.go")}
        </Button>
      </Group>
    </Alert>
  );
}
