import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import { useDesk } from "./desk.tsx";
import { VersionFaults } from "./version-faults.tsx";

/** The dialog that saves the text as a version, with a note for its readers. */
export function KeepVersion({ agreement, close }: { agreement: Agreement; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { draft, place } = useDesk();
  const queries = useQueryClient();
  const [note, setNote, clearNote] = useKeptText(`version-note:${agreement.id}`);
  const [unsaved, setUnsaved] = useState(false);
  const act = useAct(agreement, "versions");
  const keep = async () => {
    place.enter(null);
    const saved = await draft.saver.saveAll();
    setUnsaved(!saved);
    if (!saved) return;
    const revisions = draft.saver.written();
    const texts = Object.fromEntries(
      Object.keys(revisions).map((language) => [language, draft.store.markdown(language)]),
    );
    const words = note.trim();
    await act.mutateAsync({ texts, revisions, ...(words !== "" && { note: words }) });
    await draft.saver.refresh();
    clearNote();
    queries.invalidateQueries({ queryKey: ["versions", agreement.id] });
    close();
  };
  const nothing = Object.keys(draft.saver.written()).length === 0;
  return (
    <Modal
      opened
      onClose={close}
      title={t("version.keep")}
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep().catch(() => {});
        }}
      >
        <Stack>
          <Text size="sm">{nothing ? t("version.nothing") : t("version.what")}</Text>
          <Textarea
            label={t("version.note")}
            description={t("version.noteFor")}
            autosize
            minRows={3}
            dir="auto"
            maxLength={2000}
            data-autofocus
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {unsaved && <Text role="alert">{t("version.unsaved")}</Text>}
          <VersionFaults error={act.error} close={close} />
          <ErrorAlert error={act.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("cancel", { ns: "shell" })}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {t("version.go")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
