import { Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConflictChoice } from "./conflict-choice.tsx";
import { useDesk } from "./desk.tsx";
import { useSaveStatus } from "./use-draft.ts";

/** Articles that someone else has also changed, one conflict after the other. */
export function Conflicts() {
  const { t } = useTranslation("drafting");
  const { draft } = useDesk();
  const { conflicts } = useSaveStatus(draft);
  const [first] = conflicts;
  if (!first) return null;
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="xl"
      title={t("conflict.title", { count: conflicts.length })}
    >
      <Stack>
        <Text>{t("conflict.what")}</Text>
        <ConflictChoice
          key={`${first.language}:${first.id}`}
          conflict={first}
          choose={(markdown) => draft.saver.resolve(first, markdown)}
        />
      </Stack>
    </Modal>
  );
}
