import { Button, Group, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from "@simplewebauthn/browser";
import { IconFingerprint } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useKeep } from "../api/keep.ts";
import { Problem } from "../api/problem.ts";
import { ErrorAlert } from "./error-alert.tsx";

/** A form that makes a passkey, on this device or a nearby one, under a name that its owner chooses. */
export function NewPasskey({ done }: { done?: () => void }) {
  const { t } = useTranslation(["account", "shell"]);
  const [label, setLabel] = useState(() => t("passkeys.first"));
  const make = useKeep(
    async () => {
      const asked = await (await api.passkeys.options.$post()).json();
      const optionsJSON = asked.options as unknown as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON }).catch(() => {
        throw new Problem(0, { title: "forbidden", detail: t("passkeys.left") });
      });
      await api.passkeys.$post({ json: { id: asked.id, label, response } as never });
    },
    {
      keys: ["passkeys", "session", "account-events"],
      onSuccess: () => {
        notifications.show({
          message: t("passkeys.kept"),
          closeButtonProps: { "aria-label": t("shell:close") },
        });
        done?.();
      },
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(undefined);
      }}
    >
      <ErrorAlert error={make.error} />
      <Group align="end" gap="sm">
        <TextInput
          label={t("passkeys.label")}
          description={t("passkeys.labelWhy")}
          value={label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          maxLength={100}
          required
          dir="auto"
          flex={1}
          miw={220}
        />
        <Button
          type="submit"
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={make.isPending}
          disabled={label.trim() === ""}
        >
          {t("passkeys.make")}
        </Button>
      </Group>
    </form>
  );
}
