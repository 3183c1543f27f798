import { type Forms, otherHeadings } from "#src/text/forms.ts";
import { labelsOf } from "#src/text/list-labels.ts";
import type { EditorNode } from "../../model/editor-document.ts";
import { articleHeading, isOurNumber } from "./article-heading.ts";
import type { Finding, FindingPlace } from "./findings.ts";
import { flatten } from "./flatten.ts";
import { inlineNodes } from "./inline-nodes.ts";
import { addItem, closeLists, newLists } from "./lists.ts";
import type { Label, Numbering } from "./numbering.ts";
import { sameLabel } from "./same-label.ts";
import { tableNode } from "./table-node.ts";
import type { Piece, WordBlock, WordParagraph } from "./word-blocks.ts";

export type Converted = { blocks: EditorNode[]; findings: Finding[] };

/**
 * Converts a settled document to the editor's blocks, headings with their bookmarks, and a list of everything
 * imported in another form or not at all. Counts each numbered paragraph once, in document order.
 */
export function convert(
  blocks: WordBlock[],
  numbering: Numbering,
  { language, forms }: { language: string; forms: Forms },
): Converted {
  const findings: Finding[] = [];
  const out: EditorNode[] = [];
  const lists = newLists(out);
  const labels = labelsOf(language);
  const words = [forms, otherHeadings(language, forms)];
  let [articles, annexes] = [0, 0];
  let titled = false;
  let place: FindingPlace = { part: "title", number: 0, near: "" };
  let pending: string[] = [];

  const report = (one: Omit<Finding, "place">, near = place.near) =>
    findings.push({ ...one, place: { ...place, near } });
  const inlines = (pieces: Piece[]): EditorNode[] =>
    inlineNodes(pieces, language, (one) => report(one, beginning(pieces)));
  const count = (paragraph: WordParagraph) =>
    paragraph.list && numbering.next(paragraph.list.id, paragraph.list.level);

  const note = ({ reformed, pieces }: WordParagraph) => {
    if (reformed) report({ kind: "reformed", lost: false, words: beginning(pieces) });
  };

  for (const block of blocks) {
    if (block.kind === "lost") {
      report({ kind: block.what, lost: true, words: block.words });
      continue;
    }
    if (block.kind === "table") {
      closeLists(lists);
      const node = tableNode(block, {
        report,
        line: (inner) => flatten(inner, { inlines, count, note }),
      });
      if (node) out.push(node);
      continue;
    }
    const label = count(block);
    const ids = block.pieces.flatMap((one) => (one.kind === "bookmark" ? [one.name] : []));
    const content = inlines(block.pieces);
    if (isBlank(content)) {
      // A bookmark may be a sibling before the paragraph that it names.
      pending.push(...ids);
      continue;
    }
    place = { ...place, near: beginning(block.pieces) };
    note(block);
    if (block.heading !== null) {
      closeLists(lists);
      heading(block, content, label, [...pending, ...ids]);
    } else paragraph(block, content, label);
    pending = [];
  }
  return { blocks: out, findings };

  function heading(
    { heading }: WordParagraph,
    content: EditorNode[],
    label: Label | null,
    ids: string[],
  ): void {
    const level = Math.max(1, heading ?? 1);
    const first = out.length === 0;
    const before = out.at(-1);
    if (heading === 0 && titled && out.length === 1 && before?.content) {
      // Two lines of the same title.
      before.content.push({ type: "text", text: " " }, ...content);
      report({ kind: "titles", lost: false, words: wordsOf(content) });
      return;
    }
    titled ||= heading === 0;
    if (level === 2 && annexes === 0) {
      articles += 1;
      place = { part: "article", number: articles, near: place.near };
      const ours = forms.article(articles);
      const { kept, typed } = articleHeading(content, words, articles);
      const said = typed ?? label?.said;
      if (said && !isOurNumber(said, forms, articles)) {
        report({ kind: "articleNumber", lost: false, words: said, ours });
      }
      out.push({ type: "heading", attrs: { level, ids }, content: kept });
      return;
    }
    if (level === 1 && !first) {
      annexes += 1;
      place = { part: "annex", number: annexes, near: place.near };
    }
    out.push({ type: "heading", attrs: { level, ids }, content: labelled(content, label) });
  }

  function paragraph(block: WordParagraph, content: EditorNode[], label: Label | null): void {
    if (place.part === "title" && out.length > 0) place = { ...place, part: "preamble" };
    const node: EditorNode = { type: "paragraph", content };
    if (label && block.list) {
      const depth = addItem(lists, { label, level: block.list.level, node });
      const ours = label.ordered ? (labels[Math.min(depth, 2)]?.(label.value) ?? "") : "•";
      if (label.ordered ? !sameLabel(label.said, ours) : saysWords(label.words)) {
        report({ kind: "listLabel", lost: false, words: label.said, ours });
      }
      return;
    }
    if (lists.holds(block.indent)) {
      lists.append(node);
      return;
    }
    closeLists(lists);
    const last = out.at(-1);
    if (!block.quoted) out.push(node);
    else if (last?.type === "blockquote") last.content?.push(node);
    else out.push({ type: "blockquote", content: [node] });
  }

  /** A number that we do not print ourselves is kept as words. */
  function labelled(content: EditorNode[], label: Label | null): EditorNode[] {
    if (!label?.ordered) return content;
    report({ kind: "labelWords", lost: false, words: label.said });
    return [{ type: "text", text: `${label.words} ` }, ...content];
  }
}

const isBlank = (content: EditorNode[]) =>
  content.every(({ type, text }) => type === "hardBreak" || (type === "text" && !text?.trim()));

const wordsOf = (content: EditorNode[]) =>
  content
    .map(({ text, attrs }) => text ?? String(attrs?.words ?? ""))
    .join("")
    .trim();

/** The first words of a paragraph, so that a reader can find it in the document. */
function beginning(pieces: Piece[]): string {
  const words = pieces.map((one) => (one.kind === "words" ? one.text : " ")).join("");
  const said = words.replaceAll(/\s+/g, " ").trim();
  return said.length > 80 ? `${said.slice(0, 79)}…` : said;
}

/** A bullet is one symbol. A label with digits or several letters has a meaning. */
const saysWords = (bullet: string) => /\p{N}|\p{L}{2}|\p{L}\p{P}|\p{P}\p{L}/u.test(bullet);
