import { Extension, Mark, mergeAttributes, Node } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { type Marking, marksIn } from "./marks-in.ts";

/** The words of a reference: those that it has, with its article's current number. Null if there is no such article. */
type NameOf = (target: string, words: string) => string | null;

/** The editor's schema: a heading, then only what our Markdown can express. */
export function extensionsFor(marking: Marking & { nameOf: NameOf }) {
  return [
    StarterKit.configure({
      document: false,
      listItem: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      horizontalRule: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
    }),
    Node.create({ name: "doc", topNode: true, content: "heading block*" }),
    ListItem,
    Link,
    reference(marking.nameOf),
    TableKit.configure({
      table: { resizable: false },
      tableCell: false,
      tableHeader: false,
    }),
    cell("tableCell", "td"),
    cell("tableHeader", "th"),
    Extension.create({ name: "marking", addProseMirrorPlugins: () => [marksIn(marking)] }),
  ];
}

/** Unlike the starter kit's, a list item may begin with a list, as in Markdown. */
const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => {
        const { $from } = this.editor.state.selection;
        const depths = Array.from({ length: $from.depth }, (_, at) => $from.node(at).type.name);
        const lists = depths.filter((name) => name.endsWith("List")).length;
        if (lists === 0) return false;
        // Instruments number paragraphs on at most three levels.
        return lists >= 3 || this.editor.commands.sinkListItem(this.name) || true;
      },
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** A web address. It is printed, and not followed in the editor. */
const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: "" } }),
  parseHTML: () => [{ tag: "a[href^='http']" }, { tag: "a[href^='mailto:']" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { title: HTMLAttributes.href }, 0],
});

/** A reference to an article, shown with the article's current number. */
function reference(nameOf: NameOf) {
  return Node.create({
    name: "reference",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ target: { default: "" }, words: { default: "" } }),
    parseHTML: () => [
      {
        tag: "span[data-reference]",
        getAttrs: (element) => ({
          target: element.dataset.reference,
          words: element.textContent,
        }),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      "span",
      mergeAttributes(HTMLAttributes, { "data-reference": node.attrs.target }),
      nameOf(node.attrs.target, node.attrs.words) ?? (node.attrs.words as string),
    ],
    renderText: ({ node }) =>
      nameOf(node.attrs.target, node.attrs.words) ?? (node.attrs.words as string),
  });
}

/** A table cell: one line of Markdown. */
function cell(name: "tableCell" | "tableHeader", tag: "td" | "th") {
  return Node.create({
    name,
    content: "paragraph",
    tableRole: name === "tableCell" ? "cell" : "header_cell",
    isolating: true,
    addAttributes: () => ({
      colspan: { default: 1, rendered: false },
      rowspan: { default: 1, rendered: false },
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}
