import { Button, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import { bodyOf, type Consent } from "./consent.ts";

type Props = { agreement: Agreement; consent: Consent; ready: boolean };

/** Signs with a code by mail and a reason. Weaker than a passkey, and the evidence says so. */
export function SignByCode({ agreement, consent, ready }: Props) {
  const { t } = useTranslation("signing");
  const [reason, setReason, clear] = useKeptText(`no-passkey:${agreement.id}`);
  const [code, setCode] = useState("");
  const sign = useAct(agreement, "signatures");
  const wanted = bodyOf(consent, agreement.original ?? "");
  const ask = useMutation({
    mutationFn: async (json: typeof wanted) =>
      (
        await api.agreements[":id"].signatures.codes.$post({ param: { id: agreement.id }, json })
      ).json(),
  });
  // A code is bound to the choices it was requested for; other choices need a new one.
  const isForThis = JSON.stringify(ask.variables) === JSON.stringify(wanted);
  const id = isForThis ? ask.data?.id : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!id) return ask.mutate(wanted);
        const body = { ...wanted, code: { id, code }, reason };
        sign.mutate(body, { onSuccess: clear });
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("code.why")}</Text>
        <Textarea
          label={t("code.reason")}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
          required
          dir="auto"
        />
        {id && (
          <TextInput
            label={t("code.code")}
            description={t("code.sent")}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maw={260}
          />
        )}
        <ErrorAlert error={ask.error ?? sign.error} />
        <div>
          <Button
            type="submit"
            size={id ? "lg" : "md"}
            variant={id ? "filled" : "default"}
            disabled={!ready || reason.trim() === ""}
            loading={ask.isPending || sign.isPending}
          >
            {id ? t("code.sign") : t("code.send")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
