import { Alert, Button, Group, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import { type Agreement, useAgreement } from "../../api/agreement.ts";
import type { Credential } from "../../api/contract.d.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";

/** Verifies, rejects or revokes credentials. Verification needs two different people. */
export function CredentialActs({ credential }: { credential: Credential }) {
  const { data } = useAgreement(credential.agreement);
  if (!data || (credential.state !== "pending" && credential.state !== "verified")) return null;
  return <Acts agreement={data} credential={credential} />;
}

type Props = { agreement: Agreement; credential: Credential };

function Acts({ agreement, credential: { id, party, state } }: Props) {
  const { t } = useTranslation("secretariat");
  const queries = useQueryClient();
  const [ending, setEnding] = useState(false);
  const [reason, setReason, forget] = useKeptText(`credential:${id}`);
  const verify = useAct(agreement, "credential-verifications");
  const reject = useAct(agreement, "credential-rejections");
  const revoke = useAct(agreement, "credential-revocations");
  const onSuccess = () => {
    forget();
    setEnding(false);
    return queries.invalidateQueries({ queryKey: ["credentials"] });
  };
  const end = state === "pending" ? reject : revoke;
  return (
    <Stack gap="xs">
      <ErrorAlert error={verify.error ?? reject.error ?? revoke.error} />
      {verify.isSuccess && state === "pending" && (
        <Alert color="teal" role="status" title={t("credentials.recorded")}>
          {t("credentials.second")}
        </Alert>
      )}
      {ending ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            end.mutate({ party, credential: id, reason }, { onSuccess });
          }}
        >
          <Textarea
            label={t("reason")}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            autosize
            minRows={2}
            required
            mb="xs"
          />
          <Group>
            <Button type="submit" color="red" loading={end.isPending}>
              {state === "pending" ? t("credentials.reject") : t("credentials.revoke")}
            </Button>
            <Button variant="default" onClick={() => setEnding(false)}>
              {t("cancel")}
            </Button>
          </Group>
        </form>
      ) : (
        <Group>
          {state === "pending" && (
            <Button
              onClick={() => verify.mutate({ party, credential: id }, { onSuccess })}
              loading={verify.isPending}
            >
              {t("credentials.verify")}
            </Button>
          )}
          <Button variant="default" onClick={() => setEnding(true)}>
            {state === "pending" ? t("credentials.reject") : t("credentials.revoke")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
