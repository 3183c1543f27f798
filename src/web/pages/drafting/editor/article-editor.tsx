import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { EditorContent, useEditor } from "@tiptap/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formOfReference } from "#src/text/reference-forms.ts";
import { useForms } from "../../../text/around-text.tsx";
import text from "../../../text/text.module.css";
import { directionOf } from "../../../words/words.ts";
import { useDesk, useTextReading } from "../desk.tsx";
import type { DraftPart, Row } from "../model/draft-store.ts";
import type { EditorDocument } from "../model/editor-document.ts";
import { fromEditor } from "../model/from-editor.ts";
import { toEditor } from "../model/to-editor.ts";
import classes from "./editor.module.css";
import { EditorTools } from "./editor-tools.tsx";
import { extensionsFor } from "./extensions.ts";
import { settlePasted } from "./pasted-html.ts";
import { positionOf, type Spot } from "./spot.ts";

type Props = {
  part: DraftPart;
  row: Row;
  language: string;
  label: { article: string; language: string };
  /** Where to put the caret: the place in the text that was clicked. */
  spot: Spot | null;
  leave: () => void;
};

/** Debounce before the article's Markdown is written again. */
const debounceMs = 250;

/** The editor of an article. Writing its Markdown is debounced, so that typing stays fast. */
export default function ArticleEditor({ part, row, language, label, spot, leave }: Props) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { draft, parties } = useDesk();
  const { store } = draft;
  const reading = useTextReading(language);
  const words = useForms(language);
  const now = useRef({ part, reading, given: part.markdown });
  now.current.part = part;
  now.current.reading = reading;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const extensions = useMemo(
    () =>
      extensionsFor({
        language,
        codes: parties.map(({ code }) => code),
        bracketClass: text.bracket ?? "",
        nameOf: (target, said) => {
          const article = now.current.reading.articleOf(target);
          if (typeof article !== "number") return null;
          return words.reference(article, formOfReference(said, language));
        },
      }),
    [language, parties, words],
  );
  const editor = useEditor({
    extensions,
    content: toEditor(part),
    injectCSS: false,
    onCreate: ({ editor }) => {
      editor.commands.focus(positionOf(editor.state.doc, spot));
    },
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        lang: language,
        dir: directionOf(language),
        class: `text ${text.text} ${classes.text}`,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t("textOf", label),
        spellcheck: "true",
      },
      transformPastedHTML: (html) => {
        const { html: settled, leftOut } = settlePasted(html);
        if (leftOut.length > 0) {
          notifications.show({
            title: t("pasted.leftOut"),
            message: <bdi>{leftOut.join(" … ").slice(0, 500)}</bdi>,
            autoClose: false,
            closeButtonProps: { "aria-label": t("shell:close") },
          });
        }
        return settled;
      },
      handleKeyDown: (_, event) => {
        if (event.key !== "Escape") return false;
        leave();
        return true;
      },
    },
    onUpdate: () => {
      if (timer.current === undefined) store.touch();
      clearTimeout(timer.current);
      timer.current = setTimeout(write, debounceMs);
    },
  });
  const held = useRef(editor);
  held.current = editor;
  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!held.current || held.current.isDestroyed) return;
    const { part } = now.current;
    const markdown = fromEditor(held.current.getJSON() as EditorDocument, part);
    now.current.given = markdown;
    store.write(language, part.id, markdown);
  }, [store, language]);
  useEffect(() => {
    const flush = () => {
      if (timer.current !== undefined) write();
    };
    store.flushes.add(flush);
    return () => {
      flush();
      store.flushes.delete(flush);
    };
  }, [store, write]);
  // Text from elsewhere, for example after a merge, replaces the editor's content.
  useEffect(() => {
    if (!editor || part.markdown === now.current.given) return;
    now.current.given = part.markdown;
    editor.commands.setContent(toEditor(part), { emitUpdate: false });
  }, [editor, part]);
  if (!editor) return null;
  const number = row.kind === "article" ? words.article(row.number) : null;
  return (
    <div>
      <EditorTools editor={editor} language={language} />
      {number && (
        <div className={`text ${text.number}`} lang={language} dir={directionOf(language)}>
          {number}
        </div>
      )}
      <EditorContent editor={editor} />
      <Group justify="end" mt="xs">
        <Button size="xs" variant="default" onClick={leave}>
          {t("done")}
        </Button>
      </Group>
    </div>
  );
}
