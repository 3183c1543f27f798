import { ActionIcon, Menu, ScrollArea } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { referenceForms } from "#src/text/reference-forms.ts";
import { useForms } from "../../../text/around-text.tsx";
import { useTextReading } from "../desk.tsx";

/**
 * A menu that inserts a reference to an article. If the language declines the word for an article, a second list asks
 * which form the sentence needs.
 */
export function ReferenceMenu({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation("drafting");
  const { headings } = useTextReading(language);
  const [chosen, setChosen] = useState<number | null>(null);
  const { article, headings: headed, reference } = useForms(language);
  const forms = referenceForms(language, headed);
  const put = (number: number, form?: string) => {
    const attrs = { target: `article-${number}`, words: reference(number, form) };
    editor.chain().focus().insertContent({ type: "reference", attrs }).run();
  };
  return (
    <Menu onChange={() => setChosen(null)}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("tools.reference")}>
          <IconLink size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={280} maw={320}>
          {chosen === null
            ? headings.map((heading, at) => (
                <Menu.Item
                  // biome-ignore lint/suspicious/noArrayIndexKey: an article is its number
                  key={at}
                  lang={language}
                  closeMenuOnClick={forms.length === 0}
                  onClick={() => (forms.length === 0 ? put(at + 1) : setChosen(at + 1))}
                >
                  {`${article(at + 1)} · ${heading}`}
                </Menu.Item>
              ))
            : forms.map((form) => (
                <Menu.Item key={form} lang={language} onClick={() => put(chosen, form)}>
                  {reference(chosen, form)}
                </Menu.Item>
              ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
