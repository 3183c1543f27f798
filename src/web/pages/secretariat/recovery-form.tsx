import { Alert, Button, Collapse, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import type { Somebody } from "./people.ts";

/** Requests recovery for someone who has lost access. Another member of the secretariat approves it. */
export function RecoveryForm({ person }: { person: Somebody }) {
  const { t } = useTranslation("secretariat");
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState(person.email);
  const [reason, setReason, forget] = useKeptText(`recovery:${person.id}`);
  const ask = useKeep(
    async () => {
      const param = { id: person.id };
      await api.people[":id"].recoveries.$post({ param, json: { email, reason } });
    },
    { keys: ["recoveries"], onSuccess: forget },
  );
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        onClick={() => setOpen((now) => !now)}
        aria-expanded={open}
      >
        {t("recovery.lost")}
      </Button>
      <Collapse expanded={open}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate(undefined);
          }}
        >
          <Stack mt="sm">
            <TextInput
              inputMode="email"
              label={t("people.email")}
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
              required
            />
            <Textarea
              label={t("reason")}
              description={t("recovery.hint")}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              autosize
              minRows={2}
              required
            />
            <ErrorAlert error={ask.error} />
            {ask.isSuccess && <Alert color="teal" role="status" title={t("recovery.asked")} />}
            <Button type="submit" loading={ask.isPending}>
              {t("recovery.ask")}
            </Button>
          </Stack>
        </form>
      </Collapse>
    </div>
  );
}
