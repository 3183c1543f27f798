import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";

type Props = {
  agreement: Agreement;
  action: number;
  act: "submit-to-un" | "register-with-un";
  /** What it is about, for those who do not see where the fields stand. */
  label: string;
};

/** The fields with which the archivist records that something was sent, or what it was registered under. */
export function UnFields({ agreement, action, act, label }: Props) {
  const { t } = useTranslation("registration");
  const sending = useAct(agreement, "un-submission");
  const registering = useAct(agreement, "un-registration");
  const [number, write, clear] = useKeptText(`${act}:${agreement.id}:${action}`);
  const [on, setOn] = useState("");
  const [volume, setVolume] = useState("");
  const isSending = act === "submit-to-un";
  const doing = isSending ? sending : registering;
  const day = on ? { on } : {};
  const take = () => {
    if (isSending)
      return sending.mutate({ action, reason: number.trim(), ...day }, { onSuccess: clear });
    const more = volume.trim() ? { volume: volume.trim() } : {};
    registering.mutate({ action, number: number.trim(), ...day, ...more }, { onSuccess: clear });
  };
  // Only a text that does not bind by its terms needs the parties' position that it does.
  const needsText = !isSending || !agreement.terms.binding;
  return (
    <>
      <Group gap="sm" align="end" mt="xs" role="group" aria-label={label}>
        {needsText && (
          <TextInput
            label={t(isSending ? "position" : "numberField")}
            dir="auto"
            required
            value={number}
            onChange={({ currentTarget }) => write(currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          label={t(isSending ? "sentField" : "registeredField")}
          value={on}
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
        {!isSending && (
          <TextInput
            label={t("volumeField")}
            value={volume}
            onChange={({ currentTarget }) => setVolume(currentTarget.value)}
          />
        )}
        <Button
          variant="light"
          loading={doing.isPending}
          disabled={!isSending && number.trim() === ""}
          onClick={take}
        >
          {t(isSending ? "send" : "register")}
        </Button>
      </Group>
      <ErrorAlert error={doing.error} />
    </>
  );
}
