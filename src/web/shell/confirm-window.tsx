import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConfirmForm } from "./confirm-form.tsx";

type Props = { open: boolean; done: () => void; leave: () => void };

/** The dialog in which a person confirms who they are. */
export default function ConfirmWindow({ open, done, leave }: Props) {
  const { t } = useTranslation("shell");
  return (
    <Modal
      opened={open}
      onClose={leave}
      title={t("confirm.title")}
      closeButtonProps={{ "aria-label": t("close") }}
      centered
    >
      {open && <ConfirmForm done={done} />}
    </Modal>
  );
}
