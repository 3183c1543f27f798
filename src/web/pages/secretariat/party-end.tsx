import { Alert, Button, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { Party } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { useSayWaiting } from "./say-waiting.ts";

/** Records that the party has ceased to exist, or takes it back; a second member of the secretariat confirms it. */
export function PartyEnd({ party, close }: { party: Party; close: () => void }) {
  const { t } = useTranslation("secretariat");
  const { day } = useFormat();
  const sayWaiting = useSayWaiting();
  const [on, setOn] = useState("");
  const [reason, setReason] = useState("");
  const keep = useKeep(
    async (end: string | null) => {
      const param = { code: party.code };
      await api.parties[":code"].endings.$post({ param, json: { on: end, reason } });
    },
    {
      keys: ["parties", "office-proposals"],
      onSuccess: () => {
        sayWaiting();
        close();
      },
    },
  );
  return (
    <details>
      <summary>{t("parties.end.title")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(party.ceased ? null : on);
        }}
      >
        <Stack mt="xs">
          <Alert>
            {party.ceased
              ? t("parties.end.onRecord", {
                  day: day(party.ceased.on),
                  reason: party.ceased.reason,
                })
              : t("parties.end.why")}
          </Alert>
          {!party.ceased && (
            <TextInput
              type="date"
              label={t("parties.end.day")}
              value={on}
              onChange={({ currentTarget }) => setOn(currentTarget.value)}
              required
            />
          )}
          <Textarea
            label={t("parties.end.reason")}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            autosize
            required
          />
          <ErrorAlert error={keep.error} />
          <Button type="submit" variant="default" loading={keep.isPending}>
            {t(party.ceased ? "parties.end.takeBack" : "parties.end.record")}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
