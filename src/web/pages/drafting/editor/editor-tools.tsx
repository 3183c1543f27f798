import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
} from "@tabler/icons-react";
import { type Editor, useEditorState } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import { BracketMenu } from "./bracket-menu.tsx";
import classes from "./editor.module.css";
import { ReferenceMenu } from "./reference-menu.tsx";
import { TableMenu } from "./table-menu.tsx";
import { Tool } from "./tool.tsx";

/** The toolbar of the article editor. */
export function EditorTools({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation("drafting");
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      numbered: editor.isActive("orderedList"),
      bullets: editor.isActive("bulletList"),
      item: editor.isActive("listItem"),
      table: editor.isActive("table"),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <div className={classes.tools} role="toolbar" aria-label={t("tools.label")}>
      <Tool label={t("tools.bold")} on={on.bold} run={() => run().toggleBold().run()}>
        <IconBold size={18} aria-hidden />
      </Tool>
      <Tool label={t("tools.italic")} on={on.italic} run={() => run().toggleItalic().run()}>
        <IconItalic size={18} aria-hidden />
      </Tool>
      <Tool
        label={t("tools.numbered")}
        on={on.numbered}
        run={() => run().toggleOrderedList().run()}
      >
        <IconListNumbers size={18} aria-hidden />
      </Tool>
      <Tool label={t("tools.bullets")} on={on.bullets} run={() => run().toggleBulletList().run()}>
        <IconList size={18} aria-hidden />
      </Tool>
      <Tool
        label={t("tools.deeper")}
        disabled={!on.item}
        run={() => run().sinkListItem("listItem").run()}
      >
        <IconIndentIncrease size={18} aria-hidden />
      </Tool>
      <Tool
        label={t("tools.higher")}
        disabled={!on.item}
        run={() => run().liftListItem("listItem").run()}
      >
        <IconIndentDecrease size={18} aria-hidden />
      </Tool>
      <TableMenu editor={editor} within={on.table} />
      <ReferenceMenu editor={editor} language={language} />
      <BracketMenu editor={editor} />
      <Tool label={t("tools.undo")} run={() => run().undo().run()}>
        <IconArrowBackUp size={18} aria-hidden />
      </Tool>
      <Tool label={t("tools.redo")} run={() => run().redo().run()}>
        <IconArrowForwardUp size={18} aria-hidden />
      </Tool>
    </div>
  );
}
