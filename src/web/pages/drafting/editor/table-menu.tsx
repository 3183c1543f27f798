import { ActionIcon, Menu } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import type { Editor } from "@tiptap/react";
import { useTranslation } from "react-i18next";

/** A menu that inserts a table and edits its rows and columns. */
export function TableMenu({ editor, within }: { editor: Editor; within: boolean }) {
  const { t } = useTranslation("drafting");
  const run = () => editor.chain().focus();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant={within ? "light" : "subtle"}
          color="gray"
          aria-label={t("tools.table")}
        >
          <IconTable size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {within ? (
          <>
            <Menu.Item onClick={() => run().addRowAfter().run()}>{t("tools.addRow")}</Menu.Item>
            <Menu.Item onClick={() => run().addColumnAfter().run()}>
              {t("tools.addColumn")}
            </Menu.Item>
            <Menu.Item onClick={() => run().deleteRow().run()}>{t("tools.deleteRow")}</Menu.Item>
            <Menu.Item onClick={() => run().deleteColumn().run()}>
              {t("tools.deleteColumn")}
            </Menu.Item>
            <Menu.Item color="red" onClick={() => run().deleteTable().run()}>
              {t("tools.deleteTable")}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item
            onClick={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          >
            {t("tools.insertTable")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
