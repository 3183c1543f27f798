import { Button, Stack, Text, TextInput } from "@mantine/core";
import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { ErrorAlert } from "./error-alert.tsx";

/** Confirms the person's identity by passkey, or by a code if they have none. */
export function ConfirmForm({ done }: { done: () => void }) {
  const { t } = useTranslation("shell");
  const [code, setCode] = useState("");
  const byPasskey = useMutation({
    mutationFn: async () => {
      const asked = await (await api.session.verification.passkeys.$post()).json();
      const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON;
      const response = await startAuthentication({ optionsJSON });
      const passkey = { id: asked.id, response };
      await api.session.verification.$post({ json: { passkey } as never });
    },
    onSuccess: done,
  });
  const askCode = useMutation({
    mutationFn: async () => (await api.session.verification.codes.$post()).json(),
  });
  const byCode = useMutation({
    mutationFn: async (id: string) => {
      await api.session.verification.$post({ json: { code: { id, code } } });
    },
    onSuccess: done,
  });
  return (
    <Stack>
      <Text>{t("confirm.why")}</Text>
      <ErrorAlert error={byPasskey.error ?? askCode.error ?? byCode.error} />
      <Button onClick={() => byPasskey.mutate()} loading={byPasskey.isPending} data-autofocus>
        {t("confirm.passkey")}
      </Button>
      {askCode.data ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            byCode.mutate(askCode.data.id);
          }}
        >
          <Stack>
            <TextInput
              label={t("confirm.code")}
              description={t("confirm.sent")}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
            />
            <Button type="submit" loading={byCode.isPending}>
              {t("confirm.go")}
            </Button>
          </Stack>
        </form>
      ) : (
        <Button variant="default" onClick={() => askCode.mutate()} loading={askCode.isPending}>
          {t("confirm.byCode")}
        </Button>
      )}
    </Stack>
  );
}
