import { Button, FileInput, List, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { compareTexts } from "../../../text/compare.ts";
import { useFormat } from "../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { importText } from "./import-text.ts";
import { Redline } from "./redline.tsx";

/** A Word document as a proposal: read here, compared with the text, then put in its place. */
export default function ImportWord({ language, close }: { language: string; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { languageName } = useFormat();
  const { draft, place } = useDesk();
  const read = useMutation({
    mutationFn: async (file: File) => {
      draft.store.flush();
      const { markdown, notes } = await importText(await file.arrayBuffer(), language);
      const changes = compareTexts(draft.store.markdown(language), markdown);
      return {
        markdown,
        notes,
        changes: changes.filter((one) => one.change !== "same" || one.moved),
      };
    },
  });
  const take = (markdown: string) => {
    place.enter(null);
    draft.store.replaceText(language, markdown);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={t("word.importTitle", { language: languageName(language) })}
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
    >
      <Stack>
        <FileInput
          label={t("word.file")}
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(file) => file && read.mutate(file)}
          data-autofocus
        />
        <Text role="status" size="sm">
          {read.isPending ? t("word.reading") : ""}
        </Text>
        {read.error && <Text c="red.9">{t("word.unread")}</Text>}
        {read.data && (
          <>
            {read.data.notes.length > 0 && (
              <List size="sm" aria-label={t("word.notes")}>
                {read.data.notes.map((note) => (
                  <List.Item key={note}>{note}</List.Item>
                ))}
              </List>
            )}
            {read.data.changes.length === 0 ? (
              <Text>{t("word.same")}</Text>
            ) : (
              <>
                <Text fw={600}>{t("word.changes")}</Text>
                <Redline changes={read.data.changes} language={language} />
                <Button onClick={() => take(read.data.markdown)}>{t("word.take")}</Button>
              </>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
