import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PdfPages } from "../../pdf/pdf-pages.tsx";

type Props = { path: string; title: string; name: string; close: () => void };

/** A dialog that shows a PDF. */
export default function FileDialog({ path, title, name, close }: Props) {
  const { t } = useTranslation("shell");
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size="56rem"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <PdfPages source={path} name={name} />
    </Modal>
  );
}
