import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { GeneralPowers } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";

/** Verifies general full powers, rejects them, or records that the party revoked them. */
export function GeneralPowersActs({ powers: { id, state } }: { powers: GeneralPowers }) {
  const { t } = useTranslation("secretariat");
  const [ending, setEnding] = useState(false);
  const [reason, setReason] = useState("");
  const keys = ["general-powers"];
  const verify = useKeep(
    async () => {
      await api["general-powers"][":id"].verifications.$post({ param: { id }, json: {} });
    },
    { keys },
  );
  const verdict = state === "pending" ? ("rejected" as const) : ("revoked" as const);
  const end = useKeep(
    async () => {
      const json = { verdict, reason };
      await api["general-powers"][":id"].endings.$post({ param: { id }, json });
    },
    { keys, onSuccess: () => setEnding(false) },
  );
  if (state !== "pending" && state !== "verified") return null;
  const words = state === "pending" ? t("credentials.reject") : t("credentials.revoke");
  return (
    <Stack gap="xs" mt="sm">
      <ErrorAlert error={verify.error ?? end.error} />
      {ending ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            end.mutate(undefined);
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
              {words}
            </Button>
            <Button variant="default" onClick={() => setEnding(false)}>
              {t("cancel")}
            </Button>
          </Group>
        </form>
      ) : (
        <Group>
          {state === "pending" && (
            <Button onClick={() => verify.mutate(undefined)} loading={verify.isPending}>
              {t("credentials.verify")}
            </Button>
          )}
          <Button variant="default" onClick={() => setEnding(true)}>
            {words}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
