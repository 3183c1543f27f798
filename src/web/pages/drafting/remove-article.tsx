import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDesk } from "./desk.tsx";
import type { Row } from "./model/draft-store.ts";

/** Asks for confirmation before an article is removed from every language. */
export function RemoveArticle({ row, name, close }: { row: Row; name: string; close: () => void }) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { draft, place } = useDesk();
  return (
    <Modal
      opened
      onClose={close}
      title={t("remove.ask", { article: name })}
      closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
      centered
    >
      <Stack>
        <Text>{t("remove.what")}</Text>
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {t("cancel", { ns: "shell" })}
          </Button>
          <Button
            color="red"
            data-autofocus
            onClick={() => {
              place.enter(null);
              draft.store.remove(row);
              close();
            }}
          >
            {t("remove.title")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
