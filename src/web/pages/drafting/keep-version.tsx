import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import { ChangedTerms, useChangedTerms } from "../../terms/changed-terms.tsx";
import { useDesk } from "./desk.tsx";
import { needsTerms } from "./terms/needs-terms.ts";
import { isOfTerms, TermFaults } from "./terms/term-faults.tsx";
import { useTermsStatus } from "./terms/use-terms-draft.ts";
import { VersionFaults } from "./version-faults.tsx";

/** The dialog that saves the text and the terms as a version, with a note for its readers. */
export function KeepVersion({ agreement, close }: { agreement: Agreement; close: () => void }) {
  const { t } = useTranslation(["drafting", "terms", "shell"]);
  const { draft, place, terms: termsDraft } = useDesk();
  const { terms, saved, changed } = useTermsStatus(termsDraft);
  const changedTerms = useChangedTerms(saved, terms);
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
    const { terms, changed } = termsDraft.status();
    const own = changed.length > 0 || (await needsTerms(agreement, draft.store, terms));
    await act.mutateAsync({
      ...(Object.keys(texts).length > 0 && { texts, revisions }),
      ...(own && { terms }),
      ...(words !== "" && { note: words }),
    });
    await draft.saver.refresh();
    clearNote();
    queries.invalidateQueries({ queryKey: ["versions", agreement.id] });
    close();
  };
  const written = Object.keys(draft.saver.written()).length > 0;
  const what = written || changed.length > 0 ? "version.what" : "version.nothing";
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
          <Text size="sm">{t(what)}</Text>
          {changedTerms.length > 0 && (
            <section aria-labelledby="version-terms">
              <Text size="sm" fw={600} id="version-terms">
                {t("terms:versionChanges")}
              </Text>
              <ChangedTerms before={saved} after={terms} />
            </section>
          )}
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
          {isOfTerms(act.error) ? (
            <TermFaults error={act.error} close={close} />
          ) : (
            <ErrorAlert error={act.error} />
          )}
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
