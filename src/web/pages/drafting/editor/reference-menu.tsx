import { ActionIcon, Menu, ScrollArea } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import type { Editor } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import { formsOf } from "#src/text/forms.ts";
import { useTextReading } from "../desk.tsx";

/** A menu that inserts a reference to an article. */
export function ReferenceMenu({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation("drafting");
  const { headings } = useTextReading(language);
  const forms = formsOf(language);
  const put = (number: number) => {
    const attrs = { target: `article-${number}`, words: forms.reference(number) };
    editor.chain().focus().insertContent({ type: "reference", attrs }).run();
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("tools.reference")}>
          <IconLink size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={280} maw={320}>
          {headings.map((heading, at) => (
            <Menu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: an article is its number
              key={at}
              lang={language}
              onClick={() => put(at + 1)}
            >
              {`${forms.article(at + 1)} · ${heading}`}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
