import { Button, Stack } from "@mantine/core";
import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../error-alert.tsx";

/** Signs in with a passkey on this device or a nearby one. */
export function SignInByPasskey({ done }: { done: () => void }) {
  const { t } = useTranslation("sign-in");
  const signIn = useMutation({
    mutationFn: async () => {
      const asked = await (await api.session.passkeys.$post()).json();
      const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON;
      const response = await startAuthentication({ optionsJSON });
      await api.session.$post({ json: { passkey: { id: asked.id, response } } as never });
    },
    onSuccess: done,
  });
  return (
    <Stack>
      <ErrorAlert error={signIn.error} />
      <Button
        size="md"
        leftSection={<IconFingerprint size={20} aria-hidden />}
        onClick={() => signIn.mutate()}
        loading={signIn.isPending}
      >
        {t("passkey")}
      </Button>
    </Stack>
  );
}
