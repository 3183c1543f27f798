import { ActionIcon, Menu } from "@mantine/core";
import { IconBrackets } from "@tabler/icons-react";
import type { Editor } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk.tsx";

/** Puts the selected words into a party's brackets, which mark wording that is still open. */
export function BracketMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation("drafting");
  const { parties } = useDesk();
  const put = (code: string) => {
    const { from, to } = editor.state.selection;
    editor
      .chain()
      .focus()
      .insertContentAt(to, { type: "text", text: "]" })
      .insertContentAt(from, { type: "text", text: `[${code}: ` })
      .setTextSelection(to + code.length + 3)
      .run();
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("tools.bracket")}>
          <IconBrackets size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("tools.bracketOf")}</Menu.Label>
        {parties.map(({ code, name }) => (
          <Menu.Item key={code} onClick={() => put(code)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
