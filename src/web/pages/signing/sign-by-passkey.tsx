import { Button, Stack } from "@mantine/core";
import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { api } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { bodyOf, type Consent } from "./consent.ts";

type Props = { agreement: Agreement; consent: Consent; ready: boolean };

/** Signs with a passkey. Its challenge is derived from this act, so the answer cannot be used for another. */
export function SignByPasskey({ agreement, consent, ready }: Props) {
  const { t } = useTranslation("signing");
  const sign = useAct(agreement, "signatures");
  const original = agreement.original ?? "";
  const ask = useMutation({
    mutationFn: async () => {
      const wanted = bodyOf(consent, original);
      const asked = await (
        await api.agreements[":id"].signatures.options.$post({
          param: { id: agreement.id },
          json: wanted,
        })
      ).json();
      const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON;
      const response = await startAuthentication({ optionsJSON }).catch(() => {
        throw new Problem(0, { title: "forbidden", detail: t("left") });
      });
      const passkey = { id: asked.id, response } as never;
      return sign.mutateAsync({ ...wanted, passkey });
    },
  });
  return (
    <Stack gap="sm" align="start">
      <ErrorAlert error={ask.error} />
      <Button
        size="lg"
        leftSection={<IconFingerprint size={22} aria-hidden />}
        disabled={!ready}
        loading={ask.isPending}
        onClick={() => ask.mutate()}
      >
        {t("sign")}
      </Button>
    </Stack>
  );
}
